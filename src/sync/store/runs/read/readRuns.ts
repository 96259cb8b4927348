import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { Payload, PayloadRequest } from 'payload'

import { desc } from '@payloadcms/db-postgres/drizzle'

import type { Counts, Run } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

import { COUNT_NAMES } from '../../../run/Run.js'
import { toMoment } from '../../toMoment.js'
import { asRun } from '../toRun.js'

type ReadRunsArgs = {
  database: Database
  /** @default as many as there are */
  limit?: number
  req?: PayloadRequest
  where?: SQL
}

/**
 * Runs, newest first, straight from their table: without plan and checkpoint, which can be
 * thousands of scopes long, and without counting how many there are.
 */
export const readRuns = async ({ database, limit, req, where }: ReadRunsArgs): Promise<Run[]> => {
  const logs = database.table('syncLogs')
  const session = await database.session(req)
  const query = session
    .select({
      id: logs.id!,
      attempt: logs.attempt!,
      connection: logs.connection!,
      createdAt: logs.createdAt!,
      error_code: logs.error_code!,
      error_message: logs.error_message!,
      finishedAt: logs.finishedAt!,
      initiatedBy: logs.initiatedBy!,
      initiator_collection: logs.initiator_collection!,
      initiator_user: logs.initiator_user!,
      lane: logs.lane!,
      mode: logs.mode!,
      priority: logs.priority!,
      progress_label: logs.progress_label!,
      progress_page: logs.progress_page!,
      progress_recordsDone: logs.progress_recordsDone!,
      progress_recordsTotal: logs.progress_recordsTotal!,
      progress_scopesDone: logs.progress_scopesDone!,
      progress_scopesTotal: logs.progress_scopesTotal!,
      provider: logs.provider!,
      requests: logs.requests!,
      resource: logs.resource!,
      retryAt: logs.retryAt!,
      scheduled_at: logs.scheduled_at!,
      scheduled_lateMs: logs.scheduled_lateMs!,
      scheduled_schedule: logs.scheduled_schedule!,
      scheduled_skipped: logs.scheduled_skipped!,
      startedAt: logs.startedAt!,
      status: logs.status!,
      trigger: logs.trigger!,
      ...Object.fromEntries(COUNT_NAMES.map((name) => [toColumn(name), logs[toColumn(name)]!])),
    })
    .from(logs)
    .where(where)
    .orderBy(desc(logs.createdAt!), desc(logs.id!))
  const rows = await (limit === undefined ? query : query.limit(limit))
  return rows.map((row) => toRun({ payload: database.payload, row }))
}

const toColumn = (name: keyof Counts): string => `counts_${name}`

const toNumber = (value: unknown): null | number =>
  value === null || value === undefined ? null : Number(value)

/** A row as Drizzle gives it: columns of a group are named with both words. */
const toRun = ({ payload, row }: { payload: Payload; row: Record<string, unknown> }): Run =>
  asRun({
    document: {
      ...row,
      attempt: toNumber(row.attempt) ?? 0,
      counts: Object.fromEntries(
        COUNT_NAMES.map((name) => [name, toNumber(row[toColumn(name)]) ?? 0]),
      ),
      createdAt: toMoment(row.createdAt),
      error: { code: row.error_code, message: row.error_message },
      finishedAt: toMoment(row.finishedAt),
      initiator: { collection: row.initiator_collection, user: row.initiator_user },
      progress: {
        label: row.progress_label,
        page: toNumber(row.progress_page),
        recordsDone: toNumber(row.progress_recordsDone),
        recordsTotal: toNumber(row.progress_recordsTotal),
        scopesDone: toNumber(row.progress_scopesDone),
        scopesTotal: toNumber(row.progress_scopesTotal),
      },
      requests: toNumber(row.requests) ?? 0,
      retryAt: toMoment(row.retryAt),
      scheduled: {
        at: toMoment(row.scheduled_at),
        lateMs: toNumber(row.scheduled_lateMs),
        schedule: row.scheduled_schedule,
        skipped: toNumber(row.scheduled_skipped),
      },
      startedAt: toMoment(row.startedAt),
    },
    payload,
  })
