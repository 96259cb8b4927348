import type { PayloadRequest } from 'payload'

import { isDeepStrictEqual } from 'node:util'

import type { Database } from '../../store/Database.js'
import type { Creation } from './createAll.js'
import type { Document, Plan } from './plan/Plan.js'
import type { Change } from './updateAll.js'

import { createAll } from './createAll.js'
import { GiveUpError } from './GiveUpError.js'
import { toRow } from './row/toRow.js'
import { updateAll } from './updateAll.js'

/** Writes the document of one record together with those of the others. */
export type Writer = {
  create: (args: { plainly: Plainly } & Creation) => Promise<Document>
  /** Does something that others must not do at the same time, as all of them share a transaction. */
  inTurn: <TResult>(work: () => Promise<TResult>) => Promise<TResult>
  update: (args: { plainly: Plainly } & Change) => Promise<Document>
}

/** The same write by Payload's own operation. */
type Plainly = () => Promise<Document>

type WriteTogetherArgs<TResult> = {
  database: Database
  plan: Plan
  req: PayloadRequest
  /** As of `updateAll`. */
  requireFree: (ids: readonly (number | string)[]) => Promise<void>
  /** Each for one record, in order; it writes at most one document. */
  works: readonly ((writer: Writer) => Promise<TResult>)[]
}

type Entry = ({ change: Change; kind: 'update' } | { creation: Creation; kind: 'create' }) & {
  index: number
  plainly: Plainly
  reject: (error: unknown) => void
  resolve: (document: Document) => void
}

/**
 * Does works that write a document each, and writes all of these by few statements: as soon as
 * every work has said what it writes, or has ended without. What cannot be written directly is
 * written by Payload's own operation after that, one by one.
 *
 * @throws whatever the first work threw; nothing more is written then
 */
export const writeTogether = async <TResult>({
  database,
  plan,
  req,
  requireFree,
  works,
}: WriteTogetherArgs<TResult>): Promise<TResult[]> => {
  let busy = works.length
  let entries: Entry[] = []
  let failure: { error: unknown } | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const settleOne = (): void => {
    busy -= 1
    if (busy === 0 && entries.length > 0) {
      const taken = entries.sort((a, b) => a.index - b.index)
      entries = []
      busy = taken.length
      void flush(taken)
    }
  }
  const flush = async (taken: readonly Entry[]): Promise<void> => {
    try {
      if (failure) {
        throw failure.error
      }
      const documents = await writeAll({ database, entries: taken, plan, req, requireFree })
      taken.forEach((entry) => entry.resolve(documents.get(entry)!))
    } catch (error) {
      taken.forEach(({ reject }) => reject(error))
    }
  }
  const enter = (entry: Omit<Entry, 'reject' | 'resolve'>): Promise<Document> =>
    new Promise((resolve, reject) => {
      entries.push({ ...entry, reject, resolve } as Entry)
      settleOne()
    })
  const openWriter = (index: number): Writer => ({
    create: async ({ plainly, ...creation }) =>
      await enter({ creation, index, kind: 'create', plainly } as Omit<
        Entry,
        'reject' | 'resolve'
      >),
    inTurn: async (work) => {
      const mine = turn.then(work)
      turn = mine.catch(() => undefined)
      return await mine
    },
    update: async ({ plainly, ...change }) =>
      await enter({ change, index, kind: 'update', plainly } as Omit<Entry, 'reject' | 'resolve'>),
  })
  const results = await Promise.allSettled(
    works.map(async (work, index) => {
      try {
        return await work(openWriter(index))
      } catch (error) {
        failure ??= { error }
        throw error
      } finally {
        settleOne()
      }
    }),
  )
  if (failure) {
    throw failure.error
  }
  return results.map((result) => (result as PromiseFulfilledResult<TResult>).value)
}

type WriteAllArgs = { entries: readonly Entry[] } & Omit<WriteTogetherArgs<unknown>, 'works'>

const writeAll = async ({
  database,
  entries,
  plan,
  req,
  requireFree,
}: WriteAllArgs): Promise<ReadonlyMap<Entry, Document>> => {
  const documents = new Map<Entry, Document>()
  const direct = entries.filter((entry) => isForeseen({ entry, plan }))
  const creations = direct.filter((entry) => entry.kind === 'create')
  const changes = direct.filter((entry) => entry.kind === 'update')
  if (creations.length > 0) {
    const list = creations.map(({ creation }) => creation)
    const created = await createAll({ creations: list, database, plan, req })
    creations.forEach((entry, index) => documents.set(entry, created[index]!))
  }
  if (changes.length > 0) {
    const list = changes.map(({ change }) => change)
    const updated = await updateAll({ changes: list, database, plan, req, requireFree })
    changes.forEach((entry, index) => documents.set(entry, updated[index]!))
  }
  for (const entry of entries) {
    if (!documents.has(entry)) {
      documents.set(entry, await entry.plainly())
    }
  }
  return documents
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
