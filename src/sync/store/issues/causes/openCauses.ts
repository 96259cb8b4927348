import type { PayloadRequest } from 'payload'

import { and, eq, inArray, isNull, or, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../../Database.js'
import type { IssueCause, SyncIssue } from '../SyncIssue.js'
import type { CausedRecord, CausedRecords } from './CauseRow.js'

import { isOneOf } from '../../isOneOf.js'
import { toMark } from '../issuesInSight.js'
import { MOST_RECORDS, toKey, toMessage } from './CauseRow.js'
import { leaveCauses } from './leaveCauses.js'

export type CausedIssue = { cause: IssueCause } & SyncIssue

type OpenCausesArgs = {
  collection: string
  connection: string | undefined
  database: Database
  issues: readonly CausedIssue[]
  now: Date
  provider: string
  req: PayloadRequest
  resource: string
  runId: null | number | string
}

/**
 * Reports problems that several records have for one reason: one row for each reason, which stands
 * for all of them. The rows that single ones of them have go. Returns the problems of records that
 * are alone with theirs. Whoever calls it holds the rows (`holdCauses`).
 */
export const openCauses = async (args: OpenCausesArgs): Promise<CausedIssue[]> => {
  const alone: CausedIssue[] = []
  const byCause = new Map<string, CausedIssue[]>()
  for (const issue of args.issues) {
    const name = `${issue.kind}/${issue.cause.key}`
    byCause.set(name, [...(byCause.get(name) ?? []), issue])
  }
  for (const issues of byCause.values()) {
    alone.push(...(await openCause({ ...args, issues })))
  }
  return alone
}

const openCause = async ({ issues, ...args }: OpenCausesArgs): Promise<CausedIssue[]> => {
  const { collection, connection, database, now, provider, req, resource, runId } = args
  const [{ cause, details, kind }] = issues as [CausedIssue]
  const key = toKey({ cause: cause.key, connection, kind, provider, resource })
  const table = database.table('syncIssues')
  const session = await database.session(req)
  const row = await findRow({ database, key, req })
  const singles = await findSingles({ ...args, cause: cause.key, issues, kind })

  const ignored = new Set(
    singles.filter(({ status }) => status === 'ignored').map(({ externalId }) => externalId),
  )
  const met = issues.filter(({ externalId }) => !ignored.has(externalId))
  const others = singles.filter(
    (single) => single.status === 'open' && single.cause === cause.key && single.isOfConnection,
  )
  const isRow = row !== undefined && row.status !== 'resolved'
  const known = new Set([...met, ...others].map(({ externalId }) => externalId))
  if (met.length === 0 || (!isRow && known.size < 2)) {
    return met
  }

  const records: CausedRecords = isRow ? { ...row.records } : {}
  const add = (externalId: string, record: CausedRecord): void => {
    if (records[externalId] || Object.keys(records).length < MOST_RECORDS) {
      records[externalId] = { ...records[externalId], ...record }
    }
  }
  const at = now.toISOString()
  const asked = new Map(singles.map((single) => [single.externalId, toAsked(single)]))
  for (const { externalId, run } of others) {
    add(externalId, { at, ...asked.get(externalId), ...(run !== null && { run: String(run) }) })
  }
  for (const { externalId } of met) {
    const since = records[externalId]?.at ?? at
    const run = runId === null ? {} : { run: String(runId) }
    add(externalId, { ...asked.get(externalId), at: since, ...run })
  }
  const count = Object.keys(records).length
  const said = {
    collection,
    details,
    message: toMessage({ count, many: cause.many }),
    recordCount: count,
    records,
    run: runId,
    status: row?.status === 'ignored' ? 'ignored' : 'open',
    updatedAt: at,
  }
  await (row
    ? session.update(table).set(said).where(eq(table.id!, row.id))
    : session.insert(table).values({
        ...said,
        asks: 0,
        cause: cause.key,
        connection,
        connections: connection === undefined ? null : toMark(connection),
        createdAt: at,
        key,
        kind,
        provider,
        resource,
      }))
  const replaced = singles.filter(({ status }) => status !== 'ignored').map(({ id }) => id)
  if (replaced.length > 0) {
    await session.delete(table).where(inArray(table.id!, replaced))
  }
  const externalIds = met.map(({ externalId }) => externalId)
  await leaveCauses({ ...args, except: key, externalIds, kinds: [kind] })
  return []
}

type Row = { id: number | string; records: CausedRecords; status: string }

type FindRowArgs = { key: string } & Pick<OpenCausesArgs, 'database' | 'req'>

const findRow = async ({ database, key, req }: FindRowArgs): Promise<Row | undefined> => {
  const table = database.table('syncIssues')
  const session = await database.session(req)
  const [row] = await session
    .select({
      id: table.id!,
      records: sql`coalesce(${table.records!}, '{}'::jsonb)`,
      status: table.status!,
    })
    .from(table)
    .where(eq(table.key!, key))
    .for('update')
  return row as Row | undefined
}

type Single = {
  askedAt: null | string
  asks: null | number | string
  cause: null | string
  externalId: string
  id: number | string
  isOfConnection: boolean
  run: null | number | string
  status: string
}

type FindSinglesArgs = { cause: string; kind: SyncIssue['kind'] } & Pick<
  OpenCausesArgs,
  'connection' | 'database' | 'issues' | 'provider' | 'req' | 'resource'
>

/**
 * The rows of single records: of these, and of others that have the same cause. Who holds one just
 * now closes or opens it; it is found the next time.
 */
const findSingles = async ({
  cause,
  connection = null,
  database,
  issues,
  kind,
  provider,
  req,
  resource,
}: { connection?: null | string } & Omit<FindSinglesArgs, 'connection'>): Promise<Single[]> => {
  const table = database.table('syncIssues')
  const session = await database.session(req)
  const externalIds = issues.map(({ externalId }) => externalId)
  const isOfConnection = sql<boolean>`(${table.connection!} is not distinct from ${connection})`
  const rows = await session
    .select({
      id: table.id!,
      askedAt: table.askedAt!,
      asks: table.asks!,
      cause: table.cause!,
      externalId: table.externalId!,
      isOfConnection,
      run: table.run!,
      status: table.status!,
    })
    .from(table)
    .where(
      and(
        eq(table.provider!, provider),
        eq(table.resource!, resource),
        eq(table.kind!, kind),
        isNull(table.key!),
        or(
          isOneOf({ column: table.externalId!, values: externalIds }),
          and(eq(table.cause!, cause), eq(table.status!, 'open'), isOfConnection),
        ),
      ),
    )
    .for('update', { skipLocked: true })
  return rows as Single[]
}

/** One that comes back is asked for as a new one is. */
const toAsked = ({ askedAt, asks, status }: Single): Pick<CausedRecord, 'askedAt' | 'asks'> =>
  status === 'open' && askedAt !== null
    ? { askedAt: new Date(askedAt).toISOString(), asks: Number(asks ?? 0) }
    : {}
