import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { defineResource } from '../../../sdk/index.js'
import { INITIAL_CHECKPOINT } from '../../store/runs/Checkpoint.js'
import { splitPage } from './splitPage.js'

const mapped: string[] = []

const resource = defineResource({
  collection: 'books',
  externalId: ({ id }) => id,
  fetchPage: () => Promise.resolve({ records: [] }),
  map: ({ id }) => {
    mapped.push(id)
    return { title: id }
  },
  schema: z.looseObject({ id: z.string(), name: z.string().optional() }),
  scopes: { full: () => [] },
})

type SplitArgs = { done?: readonly string[]; records: readonly unknown[] }

const split = ({ done = [], records }: SplitArgs) =>
  splitPage({
    batchSize: 2,
    done,
    job: { resource },
    page: {
      cursor: undefined,
      next: undefined,
      records: [...records],
      saidAt: new Date(),
      trail: { empty: 0, pages: 1 },
    },
    scope: { key: 'all', label: 'All', params: {} },
  })

const toIds = (part: ReturnType<typeof split> extends Generator<infer TPart> ? TPart : never) => [
  ...part.batch.prepared.map(({ externalId }) => externalId),
  ...part.batch.rejected.map(({ externalId }) => externalId),
]

describe('splitPage', () => {
  it('should prepare a batch when its turn comes, and no earlier', () => {
    mapped.length = 0
    const parts = split({ records: ['1', '2', '3'].map((id) => ({ id })) })

    parts.next()

    expect(mapped).toEqual(['1', '2'])
  })

  it('should leave out what was committed, be it stored or refused', () => {
    const records = [{ id: '1' }, { id: '2', name: 7 }, { id: '3' }, { name: 7 }, { id: '5' }]
    const [, , last] = [...split({ records })]
    const refused = [...split({ records })]
      .flatMap(toIds)
      .find((id) => id.startsWith('unidentified'))!

    const parts = [...split({ done: ['1', '2', refused], records })]

    expect(parts.map(toIds)).toEqual([['3', '5']])
    expect(last).toMatchObject({ endsPage: true, endsScope: true })
  })

  it('should go on doubting a scope in which a batch could not be told apart', () => {
    const records = [{ id: 'undefined:1' }, { id: '2' }, { id: '3' }]
    const [first, second] = [...split({ records })]

    const checkpoint = first!.advance({ checkpoint: INITIAL_CHECKPOINT, done: ['2'] })

    expect(checkpoint).toMatchObject({ done: ['2'], isDoubtful: true, scope: 0 })
    expect(second!.isDoubtful).toBe(false)
  })

  it('should make one empty batch of an empty page', () => {
    expect([...split({ records: [] })]).toMatchObject([
      { batch: { prepared: [], rejected: [] }, endsPage: true, endsScope: true },
    ])
  })

  it('should find where to go on in a page of 50,000 without looking through a list for each', () => {
    const records = Array.from({ length: 50_000 }, (_, index) => ({ id: `book-${index}` }))
    const done = records.slice(0, 25_000).map(({ id }) => id)
    const startedAt = performance.now()

    const { value } = split({ done, records }).next()

    expect(value && toIds(value)).toEqual(['book-25000', 'book-25001'])
    // Half a second on a busy machine; a search per record took a minute.
    expect(performance.now() - startedAt).toBeLessThan(10_000)
  })
})
