import type { PayloadRequest } from 'payload'

import { z } from 'zod'

import type { HealthReason } from '../../run/Health.js'
import type { Database } from '../Database.js'

import { HEALTH_CODES } from '../../run/Health.js'
import { packJson, unpackJson } from '../packJson.js'

/** A reason as it is remembered from look to look. */
export type KnownReason = {
  key: string
  /** When a look saw it last, ISO 8601; written anew every few minutes only. */
  seenAt: string
  since: string
} & HealthReason

/** What the plugin's tables took on disk at a moment. */
export type TableSize = { at: string; bytes: number }

export type HealthBook = { reasons: KnownReason[]; sizes: TableSize[] }

const KEYS = ['reasons', 'sizes'] as const

const reasonSchema = z.object({
  code: z.enum(HEALTH_CODES),
  key: z.string(),
  level: z.enum(['WARNING', 'CRITICAL']),
  provider: z.string().nullable(),
  resources: z.array(z.string()),
  seenAt: z.string(),
  since: z.string(),
  values: z.record(z.string(), z.union([z.number(), z.string()])),
})

const sizeSchema = z.object({ at: z.string(), bytes: z.number() })

type ReadHealthBookArgs = { database: Database; req?: PayloadRequest }

/** What earlier looks found. What another version wrote, and this one cannot read, is left out. */
export const readHealthBook = async ({
  database,
  req,
}: ReadHealthBookArgs): Promise<HealthBook> => {
  const table = database.table('syncHealth')
  const session = await database.session(req)
  const rows = await session.select({ data: table.data!, key: table.key! }).from(table)
  const listOf = (key: (typeof KEYS)[number]): unknown[] => {
    const data = unpackJson(rows.find((row) => row.key === key)?.data)
    return Array.isArray(data) ? (data as unknown[]) : []
  }
  return {
    reasons: listOf('reasons').flatMap((reason) => reasonSchema.safeParse(reason).data ?? []),
    sizes: listOf('sizes').flatMap((size) => sizeSchema.safeParse(size).data ?? []),
  }
}

type WriteHealthBookArgs = {
  book: Partial<HealthBook>
  database: Database
  now: Date
  req: PayloadRequest
}

/** Keeps what a look found, in the transaction of `req`. */
export const writeHealthBook = async ({
  book,
  database,
  now,
  req,
}: WriteHealthBookArgs): Promise<void> => {
  const table = database.table('syncHealth')
  const session = await database.session(req)
  const changedAt = now.toISOString()
  for (const key of KEYS) {
    if (book[key]) {
      const data = packJson(book[key])
      await session
        .insert(table)
        .values({ changedAt, data, key })
        .onConflictDoUpdate({ set: { changedAt, data }, target: table.key! })
    }
  }
}
