import type { Payload } from 'payload'

import { getTableName } from '@payloadcms/db-postgres/drizzle'

import type { Pointer } from '../../store/health/readTables.js'

import { NAMESPACE } from '../../../sdk/content/createLabels.js'
import { getSync } from '../../engine/Sync.js'
import { MACHINERY_KEYS } from '../../store/Database.js'
import { findContentTable } from '../../store/findContentTable.js'
import { SHARED_QUEUE_SCHEMA } from '../../store/health/QUEUE_SCHEMAS.js'
import { readOtherProjects } from '../../store/health/readOtherProjects.js'
import { readTables } from '../../store/health/readTables.js'

export type UninstallPlan = {
  /** Columns of tables that stay, which point to tables that go. */
  columns: { column: string; table: string }[]
  /** Types of columns that nothing has then. */
  enums: string[]
  /** Tables of synced content that stay. */
  kept: string[]
  /** The schema of the queue; `null` where others work in it, or there is none. */
  queueSchema: null | string
  /** The Postgres schema of the project. */
  schema: string
  tables: string[]
}

type PlanUninstallArgs = {
  /** Whether the documents that came from providers stay, with the ids they have there. */
  keepsContent: boolean
  payload: Payload
}

/** What of the database is the plugin's, and goes with it. Looks only. */
export const planUninstall = async ({
  keepsContent,
  payload,
}: PlanUninstallArgs): Promise<UninstallPlan> => {
  const { database } = getSync(payload)
  const { enums, names, pointers } = await readTables(database)
  const toTable = (slug: string): string[] => {
    const table = findContentTable({ collection: slug, payload })
    return table ? [getTableName(table)] : []
  }
  const slugs = Object.keys(payload.collections)
  const ofKits = slugs.filter((slug) => payload.collections[slug]?.config.custom?.[NAMESPACE])
  const machinery = MACHINERY_KEYS.map((key) => getTableName(database.table(key)))
  const content = ofKits.flatMap(toTable)
  const own = slugs.flatMap(toTable)

  const tables = withParts({
    own,
    pointers,
    roots: [...machinery, ...(keepsContent ? [] : content)],
  }).filter((name) => names.includes(name))
  const isGone = (name: string): boolean => tables.includes(name)
  const { queueSchema } = database
  const isShared = queueSchema === SHARED_QUEUE_SCHEMA || (await readOtherProjects(database)) > 0
  return {
    columns: pointers
      .filter(({ table, to }) => isGone(to) && !isGone(table))
      .map(({ column, table }) => ({ column, table })),
    enums: enums.filter((type) => type.tables.every(isGone)).map(({ name }) => name),
    kept: keepsContent ? withParts({ own, pointers, roots: content }) : [],
    queueSchema: isShared ? null : queueSchema,
    schema: database.schema(),
    tables,
  }
}

type WithPartsArgs = {
  /** The tables of collections, which are parts of no other. */
  own: readonly string[]
  pointers: readonly Pointer[]
  roots: readonly string[]
}

/** What ties a row of a list, of a language or of a version to its document. */
const PARENT = /^_?parent_id$/

/** Tables with those of their documents' parts: lists, languages, versions, relations. */
const withParts = ({ own, pointers, roots }: WithPartsArgs): string[] => {
  const found = new Set(roots)
  for (const name of found) {
    for (const { column, table, to } of pointers) {
      if (to === name && PARENT.test(column) && !own.includes(table)) {
        found.add(table)
      }
    }
  }
  return [...found].sort()
}
