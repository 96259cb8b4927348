import type { PayloadRequest } from 'payload'

import { getTableColumns, sql } from '@payloadcms/db-postgres/drizzle'

import type { Database } from '../Database.js'
import type { CheckStatus } from './CHECK_STATUSES.js'

import { inChunks } from '../inChunks.js'

type SaveChecksArgs = {
  /** By externalId. */
  checks: ReadonlyMap<string, CheckStatus>
  database: Database
  /** When they were looked at; `null` for those that were only mentioned, or looked at before. */
  now: Date | null
  provider: string
  /** @default outside of any transaction */
  req?: PayloadRequest
  resource: string
}

/**
 * Notes that these records were looked at, and how they stand. Touches no document. One statement,
 * which locks its rows in the order of their ids.
 */
export const saveChecks = async ({ database, req, ...args }: SaveChecksArgs): Promise<void> => {
  const table = database.table('syncChecks')
  const columns = getTableColumns(table)
  const session = await database.session(req)
  const said = (name: string) => sql`excluded.${sql.identifier(columns[name]!.name)}`
  await inChunks({
    rows: toRows(args),
    work: (some) =>
      session
        .insert(table)
        .values(some)
        .onConflictDoUpdate({
          set: {
            // Whoever has nothing to say of it leaves it; it never moves back.
            checkedAt: sql`greatest(${columns.checkedAt!}, ${said('checkedAt')})`,
            status: said('status'),
          },
          target: [table.provider!, table.resource!, table.externalId!],
        }),
  })
}

type AddPendingArgs = { externalIds: readonly string[] } & Omit<SaveChecksArgs, 'checks' | 'now'>

/** Notes records that nobody has looked at yet. What is known of the others stays. */
export const addPendingChecks = async ({
  database,
  externalIds,
  req,
  ...args
}: AddPendingArgs): Promise<void> => {
  const session = await database.session(req)
  const checks = new Map(externalIds.map((id) => [id, 'PENDING' as const]))
  await inChunks({
    rows: toRows({ ...args, checks, now: null }),
    work: (some) => session.insert(database.table('syncChecks')).values(some).onConflictDoNothing(),
  })
}

const toRows = ({
  checks,
  now,
  provider,
  resource,
}: Pick<SaveChecksArgs, 'checks' | 'now' | 'provider' | 'resource'>) =>
  [...checks]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([externalId, status]) => ({
      checkedAt: now?.toISOString() ?? null,
      externalId,
      provider,
      resource,
      status,
    }))
