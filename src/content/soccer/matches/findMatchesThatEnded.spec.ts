import { describe, expect, it } from 'vitest'

import type { Cursor, Page, StoredRecords } from '../../../sdk/index.js'

import { AccessDeniedError, NotFoundError, readPath } from '../../../sdk/index.js'
import { findMatchesThatEnded } from './findMatchesThatEnded.js'

const NOW = new Date('2031-03-05T19:00:00.000Z')

/** Stored as being played; each began an hour ago. */
const on = (externalId: string, startsAt = '2031-03-05T18:00:00.000Z') => ({
  document: { startsAt, state: 'live', title: externalId },
  externalId,
})

type Match = ReturnType<typeof on>

const toStored = (matches: Match[]): StoredRecords => ({
  find: ({ after = '', limit }) =>
    Promise.resolve(
      matches.filter(({ externalId }) => externalId > after).slice(0, limit) as never,
    ),
  findDue: () => Promise.resolve([]),
})

type ReadArgs = {
  answer: (ids: readonly string[]) => string[]
  matches: Match[]
} & Partial<Parameters<typeof findMatchesThatEnded>[0]>

/** Reads all pages, with cursors that went through JSON as those of a run do. */
const read = async ({ answer, matches, ...rest }: ReadArgs) => {
  const asked: string[] = []
  const found: string[] = []
  let cursor: Cursor | undefined
  let error: unknown
  do {
    try {
      const page: Page = await findMatchesThatEnded({
        cursor,
        fetchByIds: (ids) => {
          asked.push(ids.join())
          return Promise.resolve(answer(ids).map((id) => ({ match: { id: Number(id) } })))
        },
        idPath: ['match', 'id'],
        maxIds: 2,
        now: NOW,
        provider: 'Kickers',
        stored: toStored(matches),
        ...rest,
      })
      found.push(...page.records.map((row) => String(readPath({ path: ['match', 'id'], row }))))
      cursor = page.next && (JSON.parse(JSON.stringify(page.next)) as Cursor)
    } catch (failure) {
      error = failure
      cursor = undefined
    }
  } while (cursor !== undefined)
  return { asked, error, found }
}

const all = (ids: readonly string[]): string[] => [...ids]

describe('findMatchesThatEnded', () => {
  it('should ask for nothing where no match is stored as being played', async () => {
    expect(await read({ answer: all, matches: [] })).toMatchObject({ asked: [], found: [] })
  })

  it('should ask for all that are, as many at once as the provider takes', async () => {
    const { asked, error, found } = await read({
      answer: all,
      matches: ['1', '2', '3'].map((id) => on(id)),
    })

    expect(asked).toEqual(['1,2', '3'])
    expect(found).toEqual(['1', '2', '3'])
    expect(error).toBeUndefined()
  })

  it('should leave one alone that began six hours ago or more', async () => {
    const matches = [on('1', '2031-03-05T13:00:00.000Z'), on('2', '2031-03-05T13:01:00.000Z')]

    expect((await read({ answer: all, matches })).asked).toEqual(['2'])
  })

  it('should name what is not answered, after all others', async () => {
    const { asked, error, found } = await read({
      answer: (ids) => ids.filter((id) => id !== '1'),
      matches: ['1', '2', '3'].map((id) => on(id)),
    })

    expect(asked).toEqual(['1,2', '3'])
    expect(found).toEqual(['2', '3'])
    expect(error).toBeInstanceOf(NotFoundError)
    expect(String(error)).toContain('Kickers does not answer for these matches any more: 1.')
  })

  it('should ask again for what was not answered, until none of it is', async () => {
    let isFirst = true
    const answer = (ids: readonly string[]): string[] => {
      const answered = isFirst ? [] : ids.filter((id) => id === '1')
      isFirst = false
      return answered
    }
    const matches = ['1', '2'].map((id) => on(id))

    const { asked, error, found } = await read({ answer, asksAgain: true, matches })

    expect(asked).toEqual(['1,2', '1,2', '2'])
    expect(found).toEqual(['1'])
    expect(String(error)).toContain('any more: 2.')
  })

  it('should ask one by one where several at once are refused, and not for ever', async () => {
    const refuse = (ids: readonly string[]): Promise<unknown[]> =>
      ids.length > 1
        ? Promise.reject(new AccessDeniedError('Not in this plan.'))
        : Promise.resolve(ids[0] === '2' ? [] : [{ match: { id: Number(ids[0]) } }])
    const matches = ['1', '2', '3'].map((id) => on(id))

    const { error, found } = await read({
      answer: all,
      asksOneByOne: true,
      fetchByIds: refuse,
      matches,
    })

    expect(found).toEqual(['1', '3'])
    expect(String(error)).toContain('any more: 2.')
  })

  it('should let a refusal through that is not about how many', async () => {
    const refusal = new AccessDeniedError('Not in this plan.')
    const args = { answer: all, fetchByIds: () => Promise.reject(refusal) }

    expect((await read({ ...args, asksOneByOne: true, matches: [on('1')] })).error).toBe(refusal)
    expect((await read({ ...args, matches: [on('1'), on('2')] })).error).toBe(refusal)
  })
})
