import type { Database } from '../Database.js'

import { openText, sealText } from '../../../shared/secrets/sealText.js'

/** What a connection is known by. */
export type ConnectionName = { connection: string; provider: string }

/** Where the secret is while it is changed that the project had before. */
export const OLD_SECRET_VARIABLE = 'PAYLOAD_SYNC_OLD_SECRET'

/** The project's secret, and the one it had before where that is given. */
export const findSecrets = ({ payload }: Pick<Database, 'payload'>): [string, ...string[]] => {
  const old = process.env[OLD_SECRET_VARIABLE]
  return [payload.config.secret, ...(old ? [old] : [])]
}

type ContextArgs = {
  /** What is sealed: two kinds of one connection do not open in each other's place. */
  kind: string
} & ConnectionName

const toContext = ({ connection, kind, provider }: ContextArgs): string =>
  JSON.stringify([provider, connection, kind])

type SealArgs = { database: Pick<Database, 'payload'>; values: unknown } & ContextArgs

/** Encrypts values of a connection, bound to it: in another row they do not open. */
export const sealValues = ({ database, values, ...context }: SealArgs): string =>
  sealText({
    context: toContext(context),
    secret: findSecrets(database)[0],
    text: JSON.stringify(values),
  })

type OpenArgs = { database: Pick<Database, 'payload'>; sealed: string } & ContextArgs

/**
 * What `sealValues` sealed.
 *
 * @throws SealError when it was sealed with another secret, for another connection, or was changed
 */
export const openValues = ({ database, sealed, ...context }: OpenArgs): unknown =>
  JSON.parse(
    openText({ context: toContext(context), sealed, secrets: findSecrets(database) }),
  ) as unknown
