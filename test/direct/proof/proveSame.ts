import fc from 'fast-check'
import { expect } from 'vitest'

import type { Document } from '../../../src/sync/engine/direct/plan/Plan.js'
import type { createTracing, Trace } from './createTracing.js'

import { SEED } from '../../long/SEED.js'
import { requireSame } from './createTracing.js'

type Values = Record<string, unknown>

/** A document, how a sync changes it, and what an editor does in between, if anything. */
type Case = readonly [document: Values, change: Values, enrichment: null | Values]

type ProveSameArgs = {
  cases: fc.Arbitrary<Case>
  /** Empties a collection, with all that belongs to it. */
  clear: (slug: string) => Promise<void>
  count: number
  /** What an editor does with the document. */
  enrich: (args: { document: Document; given: Values; slug: string }) => Promise<unknown>
  hasDrafts: boolean
  /** Slugs of two collections that are the same. */
  plain: string
  together: string
  tracing: ReturnType<typeof createTracing>
  writeTogether: {
    change: (found: readonly Document[], changes: readonly Values[]) => Promise<Trace>
    create: (documents: readonly Values[]) => Promise<Trace>
  }
}

/** As many as one batch of a proof has. */
const MOST_TOGETHER = 4

/**
 * Writes random documents by Payload and in another way, into two collections, and compares all that
 * either did. Returns how often: `written` by both, `refused` by both, `givenUp` by the other way
 * alone.
 *
 * @throws what differs, and where the other way did what Payload refuses
 */
export const proveSame = async ({
  cases,
  clear,
  count,
  enrich,
  hasDrafts,
  plain,
  together,
  tracing,
  writeTogether,
}: ProveSameArgs): Promise<Record<'givenUp' | 'refused' | 'written', number>> => {
  const tally = { givenUp: 0, refused: 0, written: 0 }
  const settle = (byPlain: Trace, byOther: Trace): boolean => {
    if (byOther.error) {
      tally[byPlain.error === undefined ? 'givenUp' : 'refused'] += 1
      return false
    }
    expect(byPlain.error).toBeUndefined()
    requireSame({ plain: byPlain, together: byOther })
    tally.written += 1
    return true
  }
  const enrichAll = async (slug: string, given: readonly (null | Values)[]): Promise<void> => {
    for (const [index, document] of (await tracing.findAll(slug)).entries()) {
      if (given[index]) {
        await enrich({ slug, document, given: structuredClone(given[index]) })
      }
    }
  }
  console.log(`seed ${SEED}, ${count} cases`)
  await fc.assert(
    fc.asyncProperty(fc.array(cases, { maxLength: MOST_TOGETHER, minLength: 1 }), async (batch) => {
      await clear(plain)
      await clear(together)
      const documents = batch.map(([document], index) => ({
        ...document,
        ...(hasDrafts && { _status: 'published' }),
        externalId: `d${index}`,
      }))
      const byPlain = await tracing.plainly(plain, structuredClone(documents))
      const byOther = await writeTogether.create(structuredClone(documents))
      if (!settle(byPlain, byOther)) {
        return
      }
      const given = batch.map(([, , enrichment]) => enrichment)
      await enrichAll(plain, given)
      await enrichAll(together, given)
      const changes = batch.map(([, change]) => change)
      settle(
        await tracing.changePlainly(plain, await tracing.findAll(plain), changes),
        await writeTogether.change(await tracing.findAll(together), changes),
      )
    }),
    { numRuns: count, seed: SEED },
  )
  console.log(JSON.stringify(tally))
  return tally
}
