import type { PayloadRequest } from 'payload'

import { getTableColumns, sql } from '@payloadcms/db-postgres/drizzle'

import type { JsonObject } from '../../../shared/json.js'
import type { Database } from '../Database.js'
import type { CausedIssue } from './causes/openCauses.js'
import type { SyncIssue } from './SyncIssue.js'

import { plainWords, visibleText } from '../../../shared/plainWords.js'
import { inChunks } from '../inChunks.js'
import { CAUSED_KINDS } from './causes/CauseRow.js'
import { holdCauses } from './causes/holdCauses.js'
import { leaveCauses } from './causes/leaveCauses.js'
import { openCauses } from './causes/openCauses.js'
import { toMark } from './issuesInSight.js'

export type OpenIssuesArgs = {
  /** Slug of the collection the records become documents of. */
  collection: string
  /** With which they were met; absent where nobody knows. */
  connection?: string | undefined
  database: Database
  issues: readonly SyncIssue[]
  now: Date
  provider: string
  req: PayloadRequest
  resource: string
  /** What met them; `null` when it was no run. */
  runId: null | number | string
}

/**
 * Reports problems of records: one row per record and kind, however often it happens, and one for
 * all records that have one cause. An issue that a person chose to ignore stays ignored.
 */
export const openIssues = async ({ issues, ...args }: OpenIssuesArgs): Promise<void> => {
  const caused = issues.filter(hasCause).map((issue) => ({ ...issue, ...cleanWords(issue) }))
  const isShared = caused.length > 0
  const kinds = CAUSED_KINDS.filter((kind) => issues.some((issue) => issue.kind === kind))
  const hasShared = kinds.length > 0 && (await holdCauses({ ...args, willBe: isShared }))
  const alone = isShared ? await openCauses({ connection: undefined, ...args, issues: caused }) : []
  const single = [...issues.filter((issue) => !hasCause(issue)), ...alone]
  await openSingle({ ...args, issues: single })
  // The last word on a record counts.
  for (const kind of hasShared ? kinds : []) {
    const externalIds = single.filter((each) => each.kind === kind).map((each) => each.externalId)
    if (externalIds.length > 0) {
      await leaveCauses({ ...args, externalIds, kinds: [kind] })
    }
  }
}

const hasCause = (issue: SyncIssue): issue is CausedIssue => issue.cause !== undefined

const openSingle = async ({
  collection,
  connection,
  database,
  issues,
  now,
  provider,
  req,
  resource,
  runId,
}: OpenIssuesArgs): Promise<void> => {
  if (issues.length === 0) {
    return
  }
  const table = database.table('syncIssues')
  const columns = getTableColumns(table)
  const session = await database.session(req)
  const said = (name: string) => sql`excluded.${sql.identifier(columns[name]!.name)}`
  const isNew = sql`${table.status!} = 'resolved'`
  // Postgres refuses to touch a row twice in one statement: the last word on a record counts.
  const rows = new Map(
    issues
      .map((issue) => ({ ...issue, ...cleanWords(issue) }))
      .map(({ quarantine, ...issue }) => [
        `${issue.kind}/${issue.externalId}`,
        {
          ...issue,
          cause: issue.cause?.key ?? null,
          collection,
          connection: connection ?? null,
          connections: connection === undefined ? null : toMark(connection),
          createdAt: now.toISOString(),
          firstSeenAt: now.toISOString(),
          lastSeenAt: now.toISOString(),
          mapped: quarantine?.mapped ? cleanData(quarantine.mapped) : null,
          provider,
          raw: typeof quarantine?.raw === 'string' ? visibleText(quarantine.raw) : null,
          rawHash: quarantine?.rawHash ?? null,
          resource,
          run: runId,
          status: 'open',
          timesSeen: 1,
          updatedAt: now.toISOString(),
        },
      ]),
  )
  await inChunks({
    rows: [...rows.values()],
    work: (some) =>
      session
        .insert(table)
        .values(some)
        .onConflictDoUpdate({
          set: {
            // One that comes back is asked for as a new one is.
            asks: sql`case when ${table.status!} = 'open' then ${table.asks!} else 0 end`,
            cause: said('cause'),
            connection: said('connection'),
            connections: sql`case
              when ${table.status!} = 'open' and strpos(${table.connections!}, ${said('connections')}) > 0
              then ${table.connections!}
              when ${table.status!} = 'open' and ${said('connections')} is not null
              then coalesce(${table.connections!}, '') || ${said('connections')}
              else ${said('connections')} end`,
            details: said('details'),
            documentId: said('documentId'),
            firstSeenAt: sql`case when ${isNew} then ${said('firstSeenAt')}
              else coalesce(${table.firstSeenAt!}, ${table.createdAt!}) end`,
            lastSeenAt: said('lastSeenAt'),
            mapped: said('mapped'),
            message: said('message'),
            raw: said('raw'),
            rawHash: said('rawHash'),
            run: said('run'),
            settledHash: null,
            status: said('status'),
            timesSeen: sql`case when ${isNew} then 1 else coalesce(${table.timesSeen!}, 1) + 1 end`,
            updatedAt: said('updatedAt'),
          },
          // What a person has dealt with rests until the provider sends something else.
          setWhere: sql`case when ${table.settledHash!} is null then ${table.status!} <> 'ignored'
            else ${said('rawHash')} is not null and ${said('rawHash')} <> ${table.settledHash!} end`,
          target: [table.provider!, table.resource!, table.externalId!, table.kind!],
        }),
  })
}

/** Reasons repeat what a provider sent, which the database may refuse a second time. */
const cleanWords = ({ details, message }: SyncIssue): Pick<SyncIssue, 'details' | 'message'> => ({
  details: cleanData(details),
  message: plainWords(message),
})

const cleanData = (data: JsonObject): JsonObject =>
  JSON.parse(
    JSON.stringify(data, (_key, value: unknown) =>
      typeof value === 'string' ? visibleText(value) : value,
    ),
  ) as JsonObject
