import type { PayloadRequest } from 'payload'

import { sql } from '@payloadcms/db-postgres/drizzle'

import type { ConnectionName } from '../connections/sealValues.js'
import type { Database } from '../Database.js'
import type { StoredFile } from './StoredFile.js'

type CreateFileArgs = { database: Database; name: string; now: Date } & ConnectionName

/** A row for a file whose bytes are coming. Returns its id. */
export const createFile = async ({
  name,
  connection,
  database,
  now,
  provider,
}: CreateFileArgs): Promise<string> => {
  const created = await database.payload.create({
    collection: database.slugs.syncFiles,
    data: {
      name,
      connection,
      createdAt: now.toISOString(),
      pending: [],
      provider,
      size: 0,
      status: 'receiving',
    },
    depth: 0,
  })
  return String(created.id)
}

type UpdateFileArgs = {
  database: Database
  id: string
  req?: PayloadRequest
  values: Partial<
    Pick<
      StoredFile,
      | 'found'
      | 'heldAt'
      | 'importedAt'
      | 'pending'
      | 'problem'
      | 'runs'
      | 'sha256'
      | 'size'
      | 'status'
    >
  >
}

/** Notes how far a file has come. */
export const updateFile = async ({ id, database, req, values }: UpdateFileArgs): Promise<void> => {
  const session = await database.session(req)
  const table = database.table('syncFiles')
  await session
    .update(table)
    .set(values)
    .where(sql`id::text = ${id}`)
}

type RemoveFilesArgs = {
  database: Database
  /** Which rows of `syncFiles`. */
  filter: { before: Date } | { connection: string; provider: string } | { id: string }
  req?: PayloadRequest
}

/**
 * Removes files with their content: one, those of a connection, or those that came before a moment
 * and were never imported.
 */
export const removeFiles = async ({ database, filter, req }: RemoveFilesArgs): Promise<void> => {
  const session = await database.session(req)
  const which =
    'before' in filter
      ? sql`status::text <> 'imported' and created_at < ${filter.before.toISOString()}`
      : 'id' in filter
        ? sql`id::text = ${filter.id}`
        : sql`connection = ${filter.connection} and provider = ${filter.provider}`
  await session.execute(sql`
    with gone as (delete from ${database.table('syncFiles')} where ${which} returning id)
    delete from ${database.table('syncFileParts')} where file in (select id::text from gone)`)
}

/** Removes what is in a file; that it was there stays known. */
export const removeContent = async ({
  id,
  database,
  req,
}: { id: string } & Pick<RemoveFilesArgs, 'database' | 'req'>): Promise<void> => {
  const session = await database.session(req)
  await session.execute(sql`delete from ${database.table('syncFileParts')} where file = ${id}`)
}
