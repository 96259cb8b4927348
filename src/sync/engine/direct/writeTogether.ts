import type { Creation } from './createAll.js'
import type { Document } from './plan/Plan.js'
import type { Change } from './updateAll.js'

/** Writes the document of one record together with those of the others. */
export type Writer = {
  create: (args: { creation: Creation; plainly: Plainly }) => Promise<Document>
  /** Does something that others must not do at the same time, as all of them share a transaction. */
  inTurn: <TResult>(work: () => Promise<TResult>) => Promise<TResult>
  update: (args: { change: Change; plainly: Plainly }) => Promise<Document>
}

/** The same write by Payload's own operation. */
type Plainly = () => Promise<Document>

/** What is to be written of one record. */
export type Entry = (
  { change: Change; kind: 'update' } | { creation: Creation; kind: 'create' }
) & { plainly: Plainly }

type WriteTogetherArgs<TResult> = {
  /** Each for one record, in order; it writes at most one document. */
  works: readonly ((writer: Writer) => Promise<TResult>)[]
  /** Writes all of it, in order. */
  writeAll: (entries: readonly Entry[]) => Promise<ReadonlyMap<Entry, Document>>
}

type Waiting = {
  entry: Entry
  index: number
  reject: (error: unknown) => void
  resolve: (document: Document) => void
}

/**
 * Does works that write a document each, and writes all of these by few statements: as soon as
 * every work has said what it writes, or has ended without.
 *
 * @throws whatever the first work threw; nothing more is written then
 */
export const writeTogether = async <TResult>({
  works,
  writeAll,
}: WriteTogetherArgs<TResult>): Promise<TResult[]> => {
  let busy = works.length
  let waiting: Waiting[] = []
  let failure: { error: unknown } | undefined
  let turn: Promise<unknown> = Promise.resolve()

  const settleOne = (): void => {
    busy -= 1
    if (busy === 0 && waiting.length > 0) {
      const taken = waiting.sort((a, b) => a.index - b.index)
      waiting = []
      busy = taken.length
      void flush(taken)
    }
  }
  const flush = async (taken: readonly Waiting[]): Promise<void> => {
    try {
      if (failure) {
        throw failure.error
      }
      const documents = await writeAll(taken.map(({ entry }) => entry))
      taken.forEach(({ entry, resolve }) => resolve(documents.get(entry)!))
    } catch (error) {
      taken.forEach(({ reject }) => reject(error))
    }
  }
  const openWriter = (index: number): Writer => {
    const enter = (entry: Entry): Promise<Document> =>
      new Promise((resolve, reject) => {
        waiting.push({ entry, index, reject, resolve })
        settleOne()
      })
    return {
      create: async ({ creation, plainly }) => await enter({ creation, kind: 'create', plainly }),
      inTurn: async (work) => {
        const mine = turn.then(work)
        turn = mine.catch(() => undefined)
        return await mine
      },
      update: async ({ change, plainly }) => await enter({ change, kind: 'update', plainly }),
    }
  }
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
