import { describe, expect, it } from 'vitest'

import type { HttpClient, JsonValue } from '../../../sdk/index.js'

import { isSyncError } from '../../../sdk/index.js'
import { fetchList } from './fetchList.js'
import { findFailure } from './findFailure.js'

const find = (args: { body: unknown; path?: string; status: number }) =>
  findFailure({ headers: new Headers(), path: '/teams/t1', ...args })

describe('what a refusal means', () => {
  it('should tell a token that has run out from an account without access', () => {
    expect(find({ body: { message: 'Unauthorized' }, status: 401 })).toEqual({
      kind: 'credentialsExpired',
      message: 'Unauthorized',
    })
    expect(
      find({ body: { message: 'Access denied for user: c@example.test' }, status: 401 }),
    ).toEqual({ kind: 'accessDenied', message: 'Access denied for user: c@example.test' })
  })

  it('should be a wrong password when signing in, in the words of the provider', () => {
    const body = { error: 'invalid_grant', error_description: 'Incorrect username or password.' }

    for (const status of [400, 401, 403]) {
      expect(find({ body, path: '/api/auth/token', status })).toEqual({
        kind: 'credentialsRefused',
        message: 'Incorrect username or password.',
      })
    }
  })

  it('should be worth a repeat when a robot was suspected', () => {
    expect(find({ body: '<html>challenge-platform</html>', status: 403 })?.kind).toBe('unavailable')
    expect(find({ body: { message: 'No.' }, status: 403 })?.kind).toBe('accessDenied')
  })

  it('should be left to the status where that says enough', () => {
    expect(find({ body: {}, status: 404 })?.kind).toBe('notFound')
    expect(find({ body: {}, status: 429 })).toBeUndefined()
    expect(find({ body: { data: [] }, status: 200 })).toBeUndefined()
  })
})

const ids = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: from + index }))

/** Reads all pages of a list that answers like this. */
const readAll = async (answer: (page: number) => JsonValue) => {
  const pages: unknown[] = []
  const records: unknown[] = []
  const get = (_path: string, { query }: { query: { pageNumber: number; pageSize: number } }) => {
    pages.push(query)
    return Promise.resolve(answer(query.pageNumber))
  }
  let cursor: JsonValue | undefined
  do {
    const page = await fetchList({
      asked: 'games',
      cursor,
      http: { get } as unknown as HttpClient,
      path: '/games',
      signal: new AbortController().signal,
    })
    records.push(...page.records)
    cursor = page.next
  } while (cursor !== undefined)
  return { pages, records }
}

describe('a list in pages', () => {
  it('should begin with page 0 and end where all have come', async () => {
    const { pages, records } = await readAll((page) => ({
      data: ids(page * 100, page === 2 ? 3 : 100),
      totalElements: 203,
    }))

    expect(records).toHaveLength(203)
    expect(pages).toEqual([0, 1, 2].map((pageNumber) => ({ pageNumber, pageSize: 100 })))
  })

  it('should go on behind pages that are smaller than asked for', async () => {
    const { records } = await readAll((page) => ({
      data: ids(page * 40, page === 2 ? 20 : 40),
      totalElements: 100,
    }))

    expect(records).toHaveLength(100)
  })

  it('should end with a page that is not full where no number is told', async () => {
    const { pages } = await readAll((page) => ({ data: ids(page * 100, page === 0 ? 100 : 7) }))

    expect(pages).toHaveLength(2)
  })

  it('should end where pages are not known and the same list comes again', async () => {
    const { pages, records } = await readAll(() => ({ data: ids(0, 100) }))

    expect(records).toHaveLength(100)
    expect(pages).toHaveLength(2)
  })

  it('should not believe a list that ends too early', async () => {
    for (const second of [[], ids(0, 100)]) {
      const error: unknown = await readAll((page) => ({
        data: page === 0 ? ids(0, 100) : second,
        totalElements: 150,
      })).catch((reason: unknown) => reason)

      expect(isSyncError(error, 'INVALID_ANSWER')).toBe(true)
    }
  })
})
