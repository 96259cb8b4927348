import { describe, expect, it } from 'vitest'

import type { Cursor, Page } from '../../../../sdk/index.js'
import type { Trail } from '../../../store/runs/Checkpoint.js'

import { followPages } from './followPages.js'

type ReadArgs = {
  /** After how many pages another process goes on. @default never */
  leaveAfter?: number
  maxPages?: number
  toPage: (cursor: Cursor | undefined, number: number) => Page
}

/**
 * Reads pages to their end as a run does, and returns how many were asked for and why it failed.
 */
const read = ({ leaveAfter = Infinity, maxPages = 500, toPage }: ReadArgs) => {
  let asked = 0
  let cursor: Cursor | undefined
  let seen = new Set<string>()
  let trail: Trail | undefined
  try {
    for (;;) {
      const page = toPage(cursor, asked)
      asked += 1
      // Stored with the run and read from it.
      const text = JSON.stringify(followPages({ cursor, maxPages, page, seen, trail }))
      trail = JSON.parse(text) as Trail
      expect(text.length).toBeLessThan(200)
      if (page.next === undefined || page.next === null) {
        return { asked, failure: null }
      }
      cursor = page.next
      seen = asked % leaveAfter === 0 ? new Set() : seen
    }
  } catch (error) {
    return { asked, failure: (error as { code: string } & Error).message.split('.')[0] }
  }
}

const CIRCLE = 'The provider says that the next page starts where an earlier one did'
const SAME = 'The provider sends the same page again and again, whatever page is asked for'

describe('followPages', () => {
  it('should let pages go by, empty ones among them', () => {
    const toPage = (_cursor: Cursor | undefined, number: number): Page => ({
      next: number === 300 ? undefined : number + 1,
      records: number % 10 === 0 ? [{ id: number }] : [],
    })
    expect(read({ toPage })).toEqual({ asked: 301, failure: null })
  })

  it.each([
    ['itself', 1],
    ['the page before', 2],
    ['the first of 50', 50],
  ])('should find that a page leads to %s', (_name, length) => {
    const toPage = (_cursor: Cursor | undefined, number: number): Page => ({
      next: { page: (number + 1) % length },
      records: [{ number }],
    })
    const { asked, failure } = read({ toPage })
    expect(failure).toBe(CIRCLE)
    expect(asked).toBeLessThanOrEqual(length + 1)
    const resumed = read({ leaveAfter: 1, toPage })
    expect(resumed.failure).toBe(CIRCLE)
    expect(resumed.asked).toBeLessThanOrEqual(3 * length + 2)
  })

  it('should find a circle behind a straight way', () => {
    const toPage = (_cursor: Cursor | undefined, number: number): Page => ({
      next: number < 30 ? number : 30 + (number % 3),
      records: [{ number }],
    })
    expect(read({ leaveAfter: 1, toPage }).failure).toBe(CIRCLE)
  })

  it.each([
    ['at once', (number: number) => [{ id: 7, number: number * 0 }]],
    ['with empty pages between', (number: number) => (number % 2 ? [] : [{ id: 7 }])],
    ['in turns', (number: number) => [{ id: number % 3 }]],
  ])('should find that the same page comes again, %s', (_name, toRecords) => {
    const toPage = (_cursor: Cursor | undefined, number: number): Page => ({
      next: number + 1,
      records: toRecords(number),
    })
    for (const leaveAfter of [Infinity, 1]) {
      const { asked, failure } = read({ leaveAfter, toPage })
      expect(failure).toBe(SAME)
      expect(asked).toBeLessThan(12)
    }
  })

  it('should find it on the last page too, which would end a scope that was not read', () => {
    const toPage = (_cursor: Cursor | undefined, number: number): Page => ({
      next: number === 0 ? 1 : undefined,
      records: [{ id: 7 }],
    })
    expect(read({ toPage }).failure).toBe(SAME)
  })

  it('should give up after ten empty pages in a row', () => {
    const toPage = (_cursor: Cursor | undefined, number: number): Page => ({
      next: number + 1,
      records: [],
    })
    expect(read({ leaveAfter: 1, toPage })).toEqual({
      asked: 10,
      failure: 'The provider sent 10 empty pages in a row and says that there are more',
    })
  })

  it('should let as many empty pages go by as there are where a page may be empty', () => {
    const toPage = (_cursor: Cursor | undefined, number: number): Page => ({
      mayBeEmpty: true,
      next: number === 30 ? undefined : number + 1,
      records: [],
    })
    expect(read({ toPage })).toEqual({ asked: 31, failure: null })
  })

  it('should give up when there are more pages than there may be', () => {
    const toPage = (_cursor: Cursor | undefined, number: number): Page => ({
      next: number + 1,
      records: [{ number }],
    })
    expect(read({ leaveAfter: 7, maxPages: 100, toPage })).toMatchObject({ asked: 100 })
    const last = (_cursor: Cursor | undefined, number: number): Page => ({
      next: number === 99 ? undefined : number + 1,
      records: [{ number }],
    })
    expect(read({ maxPages: 100, toPage: last })).toEqual({ asked: 100, failure: null })
  })
})
