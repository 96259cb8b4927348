import type { PayloadRequest } from 'payload'

import { isDeepStrictEqual } from 'node:util'

import type { Database } from '../../store/Database.js'
import type { Document, Plan } from './plan/Plan.js'
import type { Entry } from './writeTogether.js'

import { watchWrites } from '../../store/documents/watchWrites.js'
import { createAll } from './createAll.js'
import { GiveUpError } from './GiveUpError.js'
import { writeJoined } from './joined/writeJoined.js'
import { toRow } from './row/toRow.js'
import { updateAll } from './updateAll.js'

type WriteDirectlyArgs = {
  database: Database
  entries: readonly Entry[]
  plan: Plan
  req: PayloadRequest
  /** As of `updateAll`. */
  requireFree: (ids: readonly (number | string)[]) => Promise<void>
}

/**
 * Writes what can be written directly, by few statements. What cannot is written by Payload's own
 * operations after that, with their statements joined.
 */
export const writeDirectly = async ({
  database,
  entries,
  plan,
  req,
  requireFree,
}: WriteDirectlyArgs): Promise<ReadonlyMap<Entry, Document>> => {
  const direct = entries.filter((entry) => isForeseen({ entry, plan }))
  const documents = new Map(
    await writeForeseen({ database, entries: direct, plan, req, requireFree }),
  )
  const left = entries.filter((entry) => !documents.has(entry))
  if (left.length > 1) {
    const { slug: collection } = plan.collection
    const written = await writeJoined({
      collection,
      database,
      entries: left,
      // Hooks of the others may have written to these.
      mustRead: direct.length > 0,
      req,
      requireFree,
    })
    written.forEach((document, entry) => documents.set(entry, document))
  } else {
    for (const entry of left) {
      documents.set(entry, await entry.plainly())
    }
  }
  return documents
}

const writeForeseen = async ({
  database,
  entries,
  plan,
  req,
  requireFree,
}: WriteDirectlyArgs): Promise<[Entry, Document][]> => {
  const creations = entries.filter((entry) => entry.kind === 'create')
  const changes = entries.filter((entry) => entry.kind === 'update')
  // Whole rows are made of the documents as they were read, before any of these hooks.
  const watch =
    changes.length > 0
      ? await watchWrites({
          database,
          req,
          tables: [plan.table, ...(plan.versions ? [plan.versions.table] : [])],
        })
      : undefined
  try {
    const created =
      creations.length > 0
        ? await createAll({
            asOwn: watch?.asOwn,
            creations: creations.map(({ creation }) => creation),
            database,
            plan,
            req,
          })
        : []
    const updated =
      changes.length > 0
        ? await updateAll({
            changes: changes.map(({ change }) => change),
            database,
            plan,
            req,
            requireFree: async (ids) => {
              if (watch?.hasSeenAny()) {
                throw new GiveUpError('a hook wrote to the collection of its document')
              }
              await requireFree(ids)
            },
          })
        : []
    return [
      ...creations.map((entry, index): [Entry, Document] => [entry, created[index]!]),
      ...changes.map((entry, index): [Entry, Document] => [entry, updated[index]!]),
    ]
  } finally {
    watch?.close()
  }
}

type IsForeseenArgs = { entry: Entry; plan: Plan }

/**
 * Whether all values are of the kinds that come back from the database as they were written. What is
 * in the trash is validated in part only.
 */
const isForeseen = ({ entry, plan }: IsForeseenArgs): boolean => {
  if (entry.kind === 'update' && (entry.change.document.deletedAt || entry.change.data.deletedAt)) {
    return false
  }
  try {
    if (entry.kind === 'create') {
      toRow({ document: entry.creation.data, plan })
    } else {
      toRow({ document: entry.change.data, plan })
      toRow({ document: entry.change.document, plan })
    }
    return !plan.versions?.hasDrafts || isPublishedAsIs({ entry, plan })
  } catch (error) {
    if (error instanceof GiveUpError) {
      return false
    }
    throw error
  }
}

/**
 * Whether a document with a status is published, and stays so, and is what Payload goes on from: its
 * newest version.
 */
const isPublishedAsIs = ({ entry, plan }: IsForeseenArgs): boolean => {
  if (entry.kind === 'create') {
    return entry.creation.data._status === 'published'
  }
  const { data, document, newest } = entry.change
  return (
    document._status === 'published' &&
    data._status === undefined &&
    newest !== undefined &&
    (newest === null ||
      isDeepStrictEqual(toRow({ document: newest, plan }), toRow({ document, plan })))
  )
}
