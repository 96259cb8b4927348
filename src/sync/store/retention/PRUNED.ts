import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { Payload } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { Database, MachineryKey } from '../Database.js'

/** What goes after a while. */
export const PRUNED_KEYS = ['logs', 'issues', 'quarantine', 'notifications', 'deliveries'] as const

export type PrunedKey = (typeof PRUNED_KEYS)[number]

/** How long it stays: for so many days, and so many of the newest. `0` sets no limit. */
export type Keep = { days: number; most: number }

export type Retention = {
  beforePrune:
    | ((args: {
        collection: string
        documents: readonly Record<string, unknown>[]
        payload: Payload
      }) => Promise<void> | void)
    | undefined
  /** Without those that are kept for ever. */
  keep: Partial<Record<PrunedKey, Keep>>
}

type Pruned = {
  collection: MachineryKey
  /** What stays although it is over. */
  isKept: (database: Database) => SQL
  /** What is over. */
  isOver: (database: Database) => SQL
  /** When it was over. */
  overAt: (database: Database) => SQL
}

/**
 * What was told is told again where nobody knows of it any more, as long as its cause may be
 * delivered once more: every day for a while.
 */
const TOLD_AGAIN = '3 days'

/** What is pruned, and what of it never is. */
export const PRUNED: Readonly<Record<PrunedKey, Pruned>> = {
  deliveries: {
    collection: 'syncDeliveries',
    isKept: (database) =>
      sql`${database.table('syncDeliveries').createdAt!} > now() - ${TOLD_AGAIN}::interval`,
    isOver: (database) => sql`${database.table('syncDeliveries').status!}::text <> 'pending'`,
    overAt: (database) => sql`${database.table('syncDeliveries').updatedAt!}`,
  },
  issues: {
    collection: 'syncIssues',
    isKept: () => sql`false`,
    // One that a person ignores would be opened again by the next run.
    isOver: (database) => sql`${database.table('syncIssues').status!}::text = 'resolved'`,
    overAt: (database) => sql`${database.table('syncIssues').updatedAt!}`,
  },
  logs: {
    collection: 'syncLogs',
    isKept: (database) => {
      const logs = database.table('syncLogs')
      return sql`${logs.id!} in (
        select distinct on (good.provider, good.resource, good.connection) good.id
        from ${logs} as good where good.status::text = 'completed'
        order by good.provider, good.resource, good.connection, good.finished_at desc nulls last
      )`
    },
    isOver: (database) =>
      sql`${database.table('syncLogs').status!}::text not in ('queued', 'running')`,
    overAt: (database) => {
      const { finishedAt, updatedAt } = database.table('syncLogs')
      return sql`coalesce(${finishedAt!}, ${updatedAt!})`
    },
  },
  // Read or not: who has not looked for so long will not.
  notifications: {
    collection: 'syncNotifications',
    isKept: () => sql`false`,
    isOver: () => sql`true`,
    overAt: (database) => {
      const { toldAt, updatedAt } = database.table('syncNotifications')
      return sql`coalesce(${toldAt!}, ${updatedAt!})`
    },
  },
  // What is still sent is seen by every run, and stays.
  quarantine: {
    collection: 'syncIssues',
    isKept: () => sql`false`,
    isOver: (database) => {
      const { kind, status } = database.table('syncIssues')
      return sql`${kind!}::text in ('invalid', 'write') and ${status!}::text = 'open'`
    },
    overAt: (database) => {
      const { lastSeenAt, updatedAt } = database.table('syncIssues')
      return sql`coalesce(${lastSeenAt!}, ${updatedAt!})`
    },
  },
}
