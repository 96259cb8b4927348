import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { AuthOwner, StoredAuth } from './StoredAuth.js'

import { isStoredName } from '../../../sdk/connections/Connection.js'
import { deactivateConnection } from '../connections/deactivateConnection.js'
import { sealValues } from '../connections/sealValues.js'
import { updateConnection } from '../connections/updateConnection.js'
import { inTransaction } from '../inTransaction.js'
import { openIssues } from '../issues/openIssues.js'
import { resolveIssues } from '../issues/resolveIssues.js'
import { NO_RESOURCE } from '../issues/SyncIssue.js'
import { TOKENS } from './findAuth.js'

type EndAuthTurnArgs = {
  now: Date
  /** Told in the transaction that deactivates the connection. @default nobody is told */
  onDeactivated?: (req: PayloadRequest) => Promise<void>
  /** What came of the turn; absent for nothing. */
  stored?: StoredAuth
  /** Its id. */
  turn: string
  /** Why requests are not sent any more, in words; without secrets. */
  words: string
} & AuthOwner

/**
 * Gives a turn back and stores what came of it, for everybody who asks with this connection: its own
 * row and an issue say why it is not used any more. Returns whether the turn was still the caller's;
 * nothing is stored otherwise.
 */
export const endAuthTurn = async (args: EndAuthTurnArgs): Promise<boolean> => {
  const { connection, database, now, onDeactivated, provider, stored, turn, words } = args
  const table = database.table('syncTokens')
  const own = sql`provider = ${provider} and connection = ${connection} and turn = ${turn}`
  if (!stored) {
    const session = await database.session()
    const { rows } = await session.execute(
      sql`update ${table} set turn = null, turn_until = null where ${own} returning id`,
    )
    return rows.length > 0
  }
  const { failures, reason, status, values, version } = stored
  const sealed = sealValues({ connection, database, kind: TOKENS, provider, values })
  return await inTransaction({
    database,
    work: async (req) => {
      const session = await database.session(req)
      const { rows } = await session.execute(sql`
        with held as (select id, failures, status from ${table} where ${own} for update)
        update ${table} as token set
          sealed = ${sealed}, failures = ${failures}, reason = ${reason}, status = ${status},
          version = ${version}, turn = null, turn_until = null, changed_at = ${now.toISOString()}
        from held where token.id = held.id
        returning held.failures as failures_before, held.status as status_before`)
      const [before] = rows as { failures_before: null | string; status_before: null | string }[]
      if (!before) {
        return false
      }
      const wasWell = Number(before.failures_before) === 0 && before.status_before !== 'refused'
      if (reason !== null || !wasWell) {
        await tell({ connection, database, now, provider, req, stored, words })
      }
      if (status === 'deactivated' && before.status_before !== 'deactivated') {
        await onDeactivated?.(req)
      }
      return true
    },
  })
}

type TellArgs = {
  req: PayloadRequest
  stored: StoredAuth
} & Omit<EndAuthTurnArgs, 'onDeactivated' | 'stored' | 'turn'>

/** Says it where people look. */
const tell = async ({
  connection,
  database,
  now,
  provider,
  req,
  stored: { failures, reason, status },
  words,
}: TellArgs): Promise<void> => {
  const issue = { database, now, provider, req, resource: NO_RESOURCE }
  if (status === 'deactivated') {
    await openIssues({
      ...issue,
      collection: '',
      connection,
      issues: [
        {
          details: { connection, failures },
          documentId: null,
          externalId: connection,
          kind: 'connection',
          message: words,
        },
      ],
      runId: null,
    })
  } else {
    await resolveIssues({ ...issue, externalIds: [connection], kinds: ['connection'] })
  }
  if (!isStoredName(connection)) {
    return
  }
  await updateConnection({
    connection,
    database,
    provider,
    req,
    state: {
      authFailures: failures,
      ...(reason !== null && { lastError: words }),
      ...(status === 'refused' && { status: 'refused' }),
    },
  })
  if (status === 'deactivated') {
    await deactivateConnection({ connection, database, provider, reason: words, req })
  }
}
