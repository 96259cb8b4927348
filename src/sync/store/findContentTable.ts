import type { Payload } from 'payload'

import type { Table } from './Database.js'

import { asTable, getAdapter } from './Database.js'

type FindContentTableArgs = {
  /** Slug of a collection that a resource fills. */
  collection: string
  payload: Payload
}

/** The table of a collection's documents; `undefined` for a slug the project does not have. */
export const findContentTable = ({
  collection,
  payload,
}: FindContentTableArgs): Table | undefined => {
  const { tableNameMap, tables } = getAdapter(payload)
  const name = tableNameMap.get(toTableKey(collection))
  return name === undefined || !payload.collections[collection] ? undefined : asTable(tables[name])
}

/**
 * The table of a collection's versions, where the collection has drafts: its lists show the newest
 * of them.
 */
export const findDraftsTable = ({
  collection,
  payload,
}: FindContentTableArgs): Table | undefined => {
  const versions = payload.collections[collection]?.config.versions
  return versions?.drafts ? findVersionsTable({ collection, payload }) : undefined
}

/** The table of a collection's versions, where it has any. */
export const findVersionsTable = ({
  collection,
  payload,
}: FindContentTableArgs): Table | undefined => {
  const { tableNameMap, tables, versionsSuffix } = getAdapter(payload)
  const name = tableNameMap.get(`_${toTableKey(collection)}${versionsSuffix}`)
  return name === undefined ? undefined : asTable(tables[name])
}

/**
 * Under which name the adapter keeps the table of a slug. It splits a slug at its separators or, in
 * one that has none, before its capitals.
 *
 * @see `createTableName` of `@payloadcms/drizzle`, which uses the package `to-snake-case`
 */
const toTableKey = (slug: string): string => {
  const isSplit = /[\s_\-.:]/.test(slug)
  const isCamel = /[a-z][A-Z]|[A-Z][a-z]/.test(slug)
  const words =
    isSplit || !isCamel
      ? slug
      : slug.replace(
          /(.)([A-Z]+)/g,
          (_, before: string, capitals: string) => `${before} ${[...capitals].join(' ')}`,
        )
  return words
    .toLowerCase()
    .replace(/[\W_]+(.|$)/g, (_, next: string) => (next ? ` ${next}` : ''))
    .trim()
    .replace(/\s/g, '_')
}
