import type { SQL } from '@payloadcms/db-postgres/drizzle'
import type { PayloadRequest } from 'payload'

import { and, count, desc, eq, isNotNull, or } from '@payloadcms/db-postgres/drizzle'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { Reference } from '../../../../sdk/index.js'
import type { JsonObject } from '../../../../shared/json.js'
import type { Initiator } from '../../../run/Run.js'
import type { Database } from '../../Database.js'

import { isOneOf } from '../../isOneOf.js'
import { recordsInSight } from '../sightings/recordsInSight.js'

/** A record whose document a person has deleted here. */
export type DeletedRecord = {
  /** Slug of the collection that the document was in. */
  collection: string
  /** ISO 8601. */
  deletedAt: string
  /** `null` when it was code of the project. */
  deletedBy: Initiator | null
  externalId: string
  provider: string
  resource: string
}

type FindDeletedTargetsArgs = {
  database: Database
  provider: string
  references: readonly Pick<Reference, 'externalId' | 'resource'>[]
  req: PayloadRequest
}

/** Those records of a provider that are pointed to and whose documents were deleted here. */
export const findDeletedTargets = async ({
  database,
  provider,
  references,
  req,
}: FindDeletedTargetsArgs): Promise<DeletedRecord[]> => {
  const ids = new Map<string, string[]>()
  for (const { externalId, resource } of references) {
    ids.set(resource, [...(ids.get(resource) ?? []), externalId])
  }
  if (ids.size === 0) {
    return []
  }
  const table = database.table('syncRecords')
  const isWanted = [...ids].map(([resource, values]) =>
    and(eq(table.resource!, resource), isOneOf({ column: table.externalId!, values })),
  )
  const session = await database.session(req)
  const rows = await session
    .select(toColumns(database))
    .from(table)
    .where(and(eq(table.provider!, provider), isNotNull(table.deletedAt!), or(...isWanted)))
  return rows as DeletedRecord[]
}

/** With the document as it was, in all languages; `null` where it is not known. */
export type KeptRecord = { kept: JsonObject | null } & DeletedRecord

type ListDeletedArgs = {
  database: Database
  filter: Partial<Pick<DeletedRecord, 'collection' | 'provider' | 'resource'>>
  limit: number
  /** From 1. */
  page: number
  sight: Sight
}

/** A page of the records whose documents were deleted here, the newest first. */
export const findDeletedPage = async ({
  database,
  filter,
  limit,
  page,
  sight,
}: ListDeletedArgs): Promise<{ docs: KeptRecord[]; totalDocs: number }> => {
  const table = database.table('syncRecords')
  const session = await database.session()
  const isWanted = and(
    isNotNull(table.deletedAt!),
    recordsInSight({ database, sight }),
    ...Object.entries(filter).map(([name, value]): SQL | undefined =>
      value === undefined ? undefined : eq(table[name]!, value),
    ),
  )
  const [counted] = await session.select({ total: count() }).from(table).where(isWanted)
  const rows = await session
    .select({ ...toColumns(database), kept: table.kept! })
    .from(table)
    .where(isWanted)
    .orderBy(desc(table.deletedAt!), desc(table.id!))
    .limit(limit)
    .offset((page - 1) * limit)
  return { docs: rows as KeptRecord[], totalDocs: counted?.total ?? 0 }
}

const toColumns = (database: Database) => {
  const table = database.table('syncRecords')
  return {
    collection: table.collection!,
    deletedAt: table.deletedAt!,
    deletedBy: table.deletedBy!,
    externalId: table.externalId!,
    provider: table.provider!,
    resource: table.resource!,
  }
}
