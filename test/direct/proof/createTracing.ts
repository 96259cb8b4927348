import type { Payload, PayloadRequest } from 'payload'

import { isDeepStrictEqual } from 'node:util'
import { createLocalReq } from 'payload'
import { expect } from 'vitest'

import type { Document } from '../../../src/sync/engine/direct/plan/Plan.js'
import type { Call } from './proofHooks.js'

import { GiveUpError } from '../../../src/sync/engine/direct/GiveUpError.js'
import { toComparable } from './proofHooks.js'

type Values = Record<string, unknown>

/** What one way of writing did: the documents it returned, the rows it left, what it called. */
export type Trace = {
  calls: Call[]
  error?: string
  returned: unknown[]
  rows: unknown[]
  versions: unknown[]
}

type CreateTracingArgs = {
  /** Filled by the hooks of the collections. */
  calls: Call[]
  payload: Payload
  readRows: (slug: string) => Promise<Pick<Trace, 'rows' | 'versions'>>
}

/** Ways to write documents and to see what came of it, Payload's own among them. */
export const createTracing = ({ calls, payload, readRows }: CreateTracingArgs) => {
  /** Does something in a transaction that is undone when it fails, and tells what came of it. */
  const trace = async (
    slug: string,
    work: (req: PayloadRequest) => Promise<readonly unknown[]>,
  ): Promise<Trace> => {
    calls.length = 0
    const req = await createLocalReq({}, payload)
    req.transactionID = (await payload.db.beginTransaction()) ?? undefined
    try {
      const returned = (await work(req)).map(toComparable)
      await payload.db.commitTransaction(req.transactionID!)
      const made = [...calls]
      return { calls: made, returned, ...(await readRows(slug)) }
    } catch (error) {
      if (req.transactionID) {
        await payload.db.rollbackTransaction(req.transactionID)
      }
      const isGivenUp = error instanceof GiveUpError
      return {
        calls: [],
        error: isGivenUp ? `given up: ${error.message}` : String(error),
        returned: [],
        rows: [],
        versions: [],
      }
    }
  }
  type CreateArgs = { data: Values; req: PayloadRequest; slug: string }
  const create = async ({ slug, data, req }: CreateArgs) => {
    req.context = {}
    const context = { who: data.externalId }
    return await payload.create({ collection: slug, context, data, depth: 0, req })
  }
  type UpdateArgs = { document: Document } & CreateArgs
  const update = async ({ slug, data, document: { id, externalId }, req }: UpdateArgs) => {
    req.context = {}
    return await payload.update({
      id,
      collection: slug,
      context: { who: externalId },
      data: structuredClone(data),
      depth: 0,
      req,
      trash: true,
    })
  }
  return {
    changePlainly: async (slug: string, found: readonly Document[], changes: readonly Values[]) =>
      await trace(slug, async (req) => {
        const returned: unknown[] = []
        for (const [index, document] of found.entries()) {
          returned.push(await update({ slug, data: changes[index]!, document, req }))
        }
        return returned
      }),
    create,
    findAll: async (slug: string): Promise<Document[]> => {
      const { docs } = await payload.db.find<Document>({
        collection: slug,
        limit: 0,
        pagination: false,
        sort: 'externalId',
      })
      return docs.sort((a, b) => (String(a.externalId) < String(b.externalId) ? -1 : 1))
    },
    plainly: async (slug: string, documents: readonly Values[]) =>
      await trace(slug, async (req) => {
        const returned: unknown[] = []
        for (const data of documents) {
          returned.push(await create({ slug, data, req }))
        }
        return returned
      }),
    trace,
    update,
  }
}

type RequireSameArgs = { plain: Trace; together: Trace }

/** @throws the difference between what two ways did */
export const requireSame = ({ plain, together }: RequireSameArgs): void => {
  const [is, should] = [together, plain].map((trace) => ({
    ...trace,
    calls: byDocument(trace.calls),
  }))
  // To find nothing takes the runner much longer.
  if (!isDeepStrictEqual(is, should)) {
    expect(is).toEqual(should)
  }
}

/** The calls for one document, in their order; between documents it is another. */
const byDocument = (given: readonly Call[]): Record<string, unknown[]> => {
  const result: Record<string, unknown[]> = {}
  given.forEach(({ name, what, who }) => (result[who] ??= []).push({ name, what }))
  return result
}
