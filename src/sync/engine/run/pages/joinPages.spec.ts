import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { Page } from '../../../../sdk/index.js'
import type { Checkpoint } from '../../../store/runs/Checkpoint.js'
import type { ScopePart } from './joinPages.js'

import { defineResource } from '../../../../sdk/index.js'
import { INITIAL_CHECKPOINT } from '../../../store/runs/Checkpoint.js'
import { joinPages } from './joinPages.js'

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

type GivenPage = { records: readonly unknown[]; tookMs?: number } & Partial<Page>

const at = (index: number): Date => new Date(Date.UTC(2026, 0, 1, 0, index))

async function* toPages(
  pages: readonly GivenPage[],
  before: (index: number) => Promise<void> = () => Promise.resolve(),
) {
  for (const [index, page] of pages.entries()) {
    await before(index)
    yield {
      cursor: index === 0 ? undefined : index,
      next: index === pages.length - 1 ? undefined : index + 1,
      saidAt: at(index),
      tookMs: 0,
      trail: { empty: 0, pages: index + 1 },
      ...page,
      records: [...page.records],
    }
  }
}

type JoinArgs = { batchSize?: number; done?: readonly string[] } & {
  before?: (index: number) => Promise<void>
  pages: readonly GivenPage[]
}

const join = ({ batchSize = 2, before, done = [], pages }: JoinArgs) =>
  joinPages({
    batchSize,
    done,
    job: { resource },
    pages: toPages(pages, before),
    scope: { key: 'all', label: 'All', params: {} },
  })

const collect = async (args: JoinArgs): Promise<ScopePart[]> => {
  const parts: ScopePart[] = []
  for await (const part of join(args)) {
    parts.push(part)
  }
  return parts
}

const toIds = ({ batch }: ScopePart): string[] =>
  [...batch.prepared, ...batch.rejected].map(({ externalId }) => externalId)

const toRecords = (...ids: string[]): { records: { id: string }[] } => ({
  records: ids.map((id) => ({ id })),
})

const follow = (
  parts: readonly ScopePart[],
  from: Checkpoint = INITIAL_CHECKPOINT,
): Checkpoint[] => {
  let checkpoint = from
  return parts.map(({ advance }) => (checkpoint = advance({ checkpoint, done: ['of nobody'] })))
}

describe('joinPages', () => {
  it('should prepare a batch when its turn comes, and no earlier', async () => {
    mapped.length = 0
    const parts = join({ pages: [toRecords('1', '2', '3')] })

    await parts.next()

    expect(mapped).toEqual(['1', '2'])
  })

  it('should join small pages and split large ones, and say where in which page it is', async () => {
    const pages = [
      toRecords('1'),
      toRecords('2'),
      toRecords('3', '4', '5', '6', '7'),
      toRecords('8'),
    ]

    const parts = await collect({ batchSize: 3, pages })

    expect(parts.map(toIds)).toEqual([
      ['1', '2', '3'],
      ['4', '5', '6'],
      ['7', '8'],
    ])
    expect(follow(parts)).toMatchObject([
      { cursor: 2, done: ['3'], saidAt: at(0).toISOString(), scope: 0, trail: { pages: 2 } },
      { cursor: 2, done: ['3', '4', '5', '6'], scope: 0, trail: { pages: 2 } },
      { cursor: undefined, done: [], saidAt: undefined, scope: 1 },
    ])
    expect(parts.map(({ endsPages, endsScope }) => [endsPages, endsScope])).toEqual([
      [2, false],
      [0, false],
      [2, true],
    ])
  })

  it('should tell of each record when its own page was said', async () => {
    const [part] = await collect({ pages: [toRecords('1'), toRecords('2')] })

    expect(part!.batch.prepared.map(({ saidAt }) => saidAt)).toEqual([at(0), at(1)])
  })

  it('should commit at once what took longer to fetch than to store', async () => {
    const slow = { ...toRecords('1'), tookMs: 60_000 }

    const parts = await collect({ batchSize: 10, pages: [slow, toRecords('2'), toRecords('3')] })

    expect(parts.map(toIds)).toEqual([['1'], ['2', '3']])
  })

  it('should commit what it has while the next page does not come', async () => {
    let come = (): void => undefined
    const gate = new Promise<void>((resolve) => {
      come = resolve
    })
    const pages = [toRecords('1'), toRecords('2')]
    const before = (index: number): Promise<void> => (index === 1 ? gate : Promise.resolve())
    const parts = join({ batchSize: 10, before, pages })

    const first = await parts.next()
    come()
    const second = await parts.next()

    expect([first.value!, second.value!].map(toIds)).toEqual([['1'], ['2']])
  })

  it('should commit a page that must be stored before anything else is asked for', async () => {
    const asked: number[] = []
    const before = (index: number): Promise<void> => {
      asked.push(index)
      return Promise.resolve()
    }
    const pages = [{ ...toRecords('1'), mustBeStored: true }, toRecords('2')]
    const parts = join({ batchSize: 10, before, pages })

    await parts.next()

    expect(asked).toEqual([0])
  })

  it('should hand out what came before a page that fails', async () => {
    const before = (index: number): Promise<void> =>
      index === 1 ? Promise.reject(new Error('down')) : Promise.resolve()
    const parts = join({ batchSize: 10, before, pages: [toRecords('1'), toRecords('2')] })

    expect(toIds((await parts.next()).value)).toEqual(['1'])
    await expect(parts.next()).rejects.toThrow('down')
  })

  it('should leave out what was committed of pages that did not end, be it stored or refused', async () => {
    const first = { records: [{ id: '1' }, { id: '2', name: 7 }, { name: 7 }] }
    const pages = [first, toRecords('4', '1')]
    const refused = (await collect({ pages }))
      .flatMap(toIds)
      .find((id) => id.startsWith('unidentified'))!

    const parts = await collect({ batchSize: 9, done: ['1', '2', refused, '4'], pages })

    // The record that came once more is another word.
    expect(parts.map(toIds)).toEqual([['1']])
  })

  it('should go on doubting a scope in which a batch could not be told apart', async () => {
    const [first, second] = await collect({
      pages: [{ records: [{ name: 7 }, { id: '2' }, { id: '3' }] }],
    })

    const [checkpoint] = follow([first!])

    expect(checkpoint).toMatchObject({ isDoubtful: true, scope: 0 })
    expect(second!.isDoubtful).toBe(false)
  })

  it('should make one empty batch of an empty scope', async () => {
    expect(await collect({ pages: [{ records: [] }] })).toMatchObject([
      { batch: { prepared: [], rejected: [] }, endsPages: 1, endsScope: true },
    ])
  })

  it('should count the pages of a batch by the way they were read', async () => {
    const pages = ['api', 'page', 'api'].map((via, index) => ({
      ...toRecords(String(index)),
      via,
    }))

    const parts = await collect({ batchSize: 10, pages })

    expect(follow(parts)).toMatchObject([{ ways: { api: 2, page: 1 } }])
  })

  it('should find where to go on in a page of 50,000 without looking through a list for each', async () => {
    const records = Array.from({ length: 50_000 }, (_, index) => ({ id: `book-${index}` }))
    const done = records.slice(0, 25_000).map(({ id }) => id)
    const startedAt = performance.now()

    const { value } = await join({ done, pages: [{ records }] }).next()

    expect(value && toIds(value)).toEqual(['book-25000', 'book-25001'])
    // Half a second on a busy machine; a search per record took a minute.
    expect(performance.now() - startedAt).toBeLessThan(10_000)
  })
})
