import type { PayloadRequest } from 'payload'

import { and, eq, isNotNull, not, sql } from '@payloadcms/db-postgres/drizzle'

import type { JsonObject } from '../../../../shared/json.js'
import type { ScheduledWork } from '../../../schedule/Schedule.js'
import type { Database } from '../../Database.js'

import { hash } from '../../../../shared/hash.js'
import { isOneOf } from '../../isOneOf.js'
import { toMark } from '../issuesInSight.js'
import { NO_RESOURCE } from '../SyncIssue.js'

/** What speaks against a schedule, for a person to read. */
export type ScheduleProblem = { details: JsonObject; kind: string; message: string }

type NoteClashesArgs = {
  database: Database
  now: Date
  /** All there are: what is not among them is in order again. */
  problems: readonly ScheduleProblem[]
  /** @default outside of any transaction */
  req?: PayloadRequest | undefined
  /** Its `id` is `null` where it was refused, and there is none. */
  schedule: { id: null | number | string } & ScheduledWork
}

/** The text that tells the issues of a schedule, or of one that was refused, from those of others. */
const toCause = ({ id, connection, mode, provider, resource }: NoteClashesArgs['schedule']) =>
  id === null
    ? `refused/${hash({ connection, mode, provider, resource })}`
    : `schedule/${String(id)}`

/**
 * Says of a schedule what speaks against it: one issue for each kind of clash, which closes when
 * there is none of the kind any more. One that a person chose to ignore stays ignored.
 */
export const noteClashes = async ({
  database,
  now,
  problems,
  req,
  schedule,
}: NoteClashesArgs): Promise<void> => {
  const table = database.table('syncIssues')
  const session = await database.session(req)
  const cause = toCause(schedule)
  const { id, connection, provider, resource } = schedule
  const at = now.toISOString()
  const byKey = new Map(problems.map((problem) => [`${cause}/${problem.kind}`, problem]))
  for (const [key, { details, message }] of byKey) {
    const said = {
      details,
      documentId: id === null ? null : String(id),
      message,
      updatedAt: at,
    }
    await session
      .insert(table)
      .values({
        ...said,
        asks: 0,
        cause,
        collection: database.slugs.syncSchedules,
        connection,
        connections: connection === null ? null : toMark(connection),
        createdAt: at,
        key,
        kind: 'schedule',
        provider,
        recordCount: 0,
        resource: resource ?? NO_RESOURCE,
        status: 'open',
      })
      .onConflictDoUpdate({
        set: {
          ...said,
          status: sql`case when ${table.status!} = 'ignored' then ${table.status!} else 'open' end`,
        },
        target: [table.key!],
      })
  }
  await session
    .update(table)
    .set({ status: 'resolved', updatedAt: at })
    .where(
      and(
        eq(table.kind!, 'schedule'),
        eq(table.status!, 'open'),
        eq(table.cause!, cause),
        isNotNull(table.key!),
        not(isOneOf({ column: table.key!, values: byKey.keys() })),
      ),
    )
}

type FindClashedArgs = { database: Database; req?: PayloadRequest | undefined }

/** Ids of the schedules, as text, of which an open issue says something. */
export const findClashed = async ({ database, req }: FindClashedArgs): Promise<Set<string>> => {
  const table = database.table('syncIssues')
  const session = await database.session(req)
  const rows = await session
    .selectDistinct({ id: table.documentId! })
    .from(table)
    .where(
      and(eq(table.kind!, 'schedule'), eq(table.status!, 'open'), isNotNull(table.documentId!)),
    )
  return new Set(rows.map(({ id }) => String(id)))
}
