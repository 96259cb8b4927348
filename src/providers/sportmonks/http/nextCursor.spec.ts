import { describe, expect, it } from 'vitest'

import type { Pagination } from './answerSchemas.js'

import { InvalidAnswerError, RequestRefusedError } from '../../../sdk/index.js'
import { nextCursor } from './nextCursor.js'

const block = (changes: Partial<Pagination> = {}): Pagination => ({
  count: 50,
  current_page: 1,
  has_more: true,
  per_page: 50,
  ...changes,
})

describe('nextCursor', () => {
  it('should end only where the provider says that there is no more', () => {
    const pagination = block({ has_more: false, next_cursor: null, next_page: null })

    expect(nextCursor({ asked: undefined, pagination })).toBeUndefined()
    expect(nextCursor({ asked: undefined, pagination: undefined })).toBeUndefined()
  })

  it('should go on behind a short or empty page that has more', () => {
    expect(nextCursor({ asked: undefined, pagination: block({ count: 3 }) })).toEqual({
      page: 2,
      perPage: 50,
    })
    expect(nextCursor({ asked: undefined, pagination: block({ count: 0 }) })).toBeDefined()
  })

  it('should take the cursor and not the page where the answer has both', () => {
    const pagination = block({
      next_cursor: 'eyJpZCI6NTB9',
      next_page: 'https://api.sportmonks.com/v3/football/leagues?page=2',
    })

    expect(nextCursor({ asked: undefined, pagination })).toEqual({ cursor: 'eyJpZCI6NTB9' })
  })

  it('should take the token out of a cursor that is a URL', () => {
    const pagination = block({
      next_cursor: 'https://api.sportmonks.com/v3/football/leagues?cursor=ab%2Fc%3D&per_page=50',
    })

    expect(nextCursor({ asked: undefined, pagination })).toEqual({ cursor: 'ab/c=' })
  })

  it('should count pages where a cursor URL holds no token', () => {
    const pagination = block({ next_cursor: 'https://api.sportmonks.com/v3/x?page=2' })

    expect(nextCursor({ asked: undefined, pagination })).toEqual({ page: 2, perPage: 50 })
  })

  it('should count pages in the size that was answered, not the one that was asked for', () => {
    const first = nextCursor({ asked: undefined, pagination: block({ per_page: 25 }) })

    expect(first).toEqual({ page: 2, perPage: 25 })
    expect(
      nextCursor({ asked: first, pagination: block({ current_page: 2, per_page: 25 }) }),
    ).toEqual({ page: 3, perPage: 25 })
  })

  it('should stop where the same cursor comes back', () => {
    expect(() =>
      nextCursor({ asked: { cursor: 'same' }, pagination: block({ next_cursor: 'same' }) }),
    ).toThrow(InvalidAnswerError)
  })

  it('should stop where a list read by cursor loses it', () => {
    expect(() =>
      nextCursor({ asked: { cursor: 'a' }, pagination: block({ next_cursor: null }) }),
    ).toThrow(InvalidAnswerError)
  })

  it('should stop where the provider answers with another page than the one asked for', () => {
    expect(() =>
      nextCursor({ asked: { page: 3, perPage: 50 }, pagination: block({ current_page: 1 }) }),
    ).toThrow(/asked for page 3 and answered with page 1/)
  })

  it('should stop where the page size changes between two pages', () => {
    expect(() =>
      nextCursor({
        asked: { page: 2, perPage: 50 },
        pagination: block({ current_page: 2, per_page: 25 }),
      }),
    ).toThrow(/page size from 50 to 25/)
  })

  it.each([
    { lastPage: 401, perPage: 50 },
    { lastPage: 801, perPage: 25 },
  ])(
    'should not ask for rows past 20,000 by page ($lastPage pages of $perPage)',
    ({ lastPage, perPage }) => {
      const askedFor = (page: number) => ({
        asked: { page, perPage },
        pagination: block({ current_page: page, per_page: perPage }),
      })

      expect(nextCursor(askedFor(lastPage - 1))).toEqual({ page: lastPage, perPage })
      expect(() => nextCursor(askedFor(lastPage))).toThrow(RequestRefusedError)
    },
  )

  it('should go past 20,000 rows by cursor', () => {
    const pagination = block({ current_page: 900, next_cursor: 'further' })

    expect(nextCursor({ asked: { cursor: 'far' }, pagination })).toEqual({ cursor: 'further' })
  })
})
