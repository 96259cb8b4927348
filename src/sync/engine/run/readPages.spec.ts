import { describe, expect, it } from 'vitest'

import type { Cursor, Page } from '../../../sdk/index.js'
import type { ReadPage } from './readPages.js'

import { readPages } from './readPages.js'

/** A scope that nothing was read of. */
const NEW = { cursor: undefined, maxPages: 100, trail: undefined }

type Asked = {
  answer: (page: Page) => void
  cursor: Cursor | undefined
  fail: (error: Error) => void
}

/** A provider whose answers are given by hand, in any order. */
const createPages = () => {
  const asked: Asked[] = []
  return {
    asked,
    fetchPage: (cursor: Cursor | undefined): Promise<Page> =>
      new Promise((resolve, reject) => {
        asked.push({ answer: resolve, cursor, fail: reject })
      }),
  }
}

describe('readPages', () => {
  it('should hand out the pages in order, each with where it starts', async () => {
    const answers = new Map<Cursor | undefined, Page>([
      [2, { next: 3, records: ['b'] }],
      [3, { records: ['c'] }],
      [undefined, { next: 2, records: ['a'] }],
    ])
    const pages = readPages({
      ...NEW,
      fetchPage: (cursor) => Promise.resolve(answers.get(cursor)!),
    })

    const read: ReadPage[] = []
    for await (const page of pages) {
      read.push(page)
    }

    expect(read.map(({ cursor, next, records }) => ({ cursor, next, records }))).toEqual([
      { cursor: undefined, next: 2, records: ['a'] },
      { cursor: 2, next: 3, records: ['b'] },
      { cursor: 3, next: undefined, records: ['c'] },
    ])
  })

  it('should start at a cursor, also one that is falsy', async () => {
    const { asked, fetchPage } = createPages()
    const first = readPages({ ...NEW, cursor: 0, fetchPage }).next()
    asked[0]!.answer({ records: [] })

    expect((await first).value).toMatchObject({ cursor: 0 })
    expect(asked.map(({ cursor }) => cursor)).toEqual([0])
  })

  it('should go on at a cursor that is falsy', async () => {
    const { asked, fetchPage } = createPages()
    const first = readPages({ ...NEW, fetchPage }).next()
    asked[0]!.answer({ next: 0, records: [] })
    await first

    expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, 0])
  })

  it('should take a next of null for the end', async () => {
    const { asked, fetchPage } = createPages()
    const pages = readPages({ ...NEW, fetchPage })
    const first = pages.next()
    asked[0]!.answer({ next: null, records: [] })

    expect((await first).value).toMatchObject({ next: undefined })
    expect(await pages.next()).toEqual({ done: true, value: undefined })
  })

  it('should ask for the next page while one is worked on, and for no more', async () => {
    const { asked, fetchPage } = createPages()
    const pages = readPages({ ...NEW, fetchPage })
    const first = pages.next()
    expect(asked).toHaveLength(1)

    asked[0]!.answer({ next: 2, records: [] })
    await first
    expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, 2])

    // The second is there long before the first is done: still nobody asks for a third.
    asked[1]!.answer({ next: 3, records: [] })
    await Promise.resolve()
    expect(asked).toHaveLength(2)

    await pages.next()
    expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, 2, 3])
  })

  it('should throw what a page fails with only when its turn comes', async () => {
    const { asked, fetchPage } = createPages()
    const pages = readPages({ ...NEW, fetchPage })
    const first = pages.next()
    asked[0]!.answer({ next: 2, records: ['a'] })
    expect((await first).value).toMatchObject({ records: ['a'] })

    asked[1]!.fail(new Error('cut off'))

    await expect(pages.next()).rejects.toThrow('cut off')
    expect(await pages.next()).toEqual({ done: true, value: undefined })
  })

  it('should throw what the first page fails with', async () => {
    const { asked, fetchPage } = createPages()
    const first = readPages({ ...NEW, fetchPage }).next()
    asked[0]!.fail(new Error('refused'))

    await expect(first).rejects.toThrow('refused')
  })

  it('should leave no rejection behind when nobody wants the next page any more', async () => {
    const unhandled: unknown[] = []
    const note = (reason: unknown): void => {
      unhandled.push(reason)
    }
    process.on('unhandledRejection', note)
    try {
      const { asked, fetchPage } = createPages()
      const pages = readPages({ ...NEW, fetchPage })
      const first = pages.next()
      asked[0]!.answer({ next: 2, records: [] })
      await first

      await pages.return(undefined)
      asked[1]!.fail(new Error('too late'))
      // Node tells of unhandled rejections before the next turn of its event loop.
      await new Promise((resolve) => {
        setImmediate(resolve)
      })
    } finally {
      process.off('unhandledRejection', note)
    }

    expect(unhandled).toEqual([])
  })
})
