import { sql } from '@payloadcms/db-postgres/drizzle'

import type { AuthOwner, StoredAuth } from './StoredAuth.js'

import { isSyncError } from '../../../shared/errors/index.js'
import { openValues } from '../connections/sealValues.js'

/** What tokens are sealed as. */
export const TOKENS = 'tokens'

export type AuthRow = {
  failures: null | string
  reason: null | string
  sealed: null | string
  status: null | string
  version: null | string
}

/** How a connection is signed in; `undefined` while nobody has tried to. */
export const findAuth = async ({
  connection,
  database,
  provider,
}: AuthOwner): Promise<StoredAuth | undefined> => {
  const session = await database.session()
  const { rows } = await session.execute(sql`
    select failures, reason, sealed, status, version from ${database.table('syncTokens')}
    where provider = ${provider} and connection = ${connection}`)
  const [row] = rows as AuthRow[]
  return row && toStoredAuth({ connection, database, provider, row })
}

type ToStoredAuthArgs = { row: AuthRow } & AuthOwner

/** What a row says; nothing where nobody ever signed in. */
export const toStoredAuth = ({
  row: { failures, reason, sealed, status, version },
  ...owner
}: ToStoredAuthArgs): StoredAuth | undefined =>
  sealed === null
    ? undefined
    : {
        failures: Number(failures),
        reason,
        status: status ?? 'ok',
        values: readValues({ ...owner, sealed }),
        version: Number(version),
      }

type ReadValuesArgs = { sealed: string } & AuthOwner

/** With another secret of the project tokens are lost, and one signs in again. */
const readValues = ({ sealed, ...owner }: ReadValuesArgs): unknown => {
  try {
    return openValues({ ...owner, kind: TOKENS, sealed })
  } catch (error) {
    if (isSyncError(error)) {
      return undefined
    }
    throw error
  }
}
