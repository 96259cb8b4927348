import { describe, expect, it } from 'vitest'

import { createSyncTest } from '../project/createSyncTest.js'

const PAGE_SIZE = 2

const toGames = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `${index}`, name: `Game ${index}` }))

describe('a cursor that is lost', () => {
  it('should have its scope read again from the first page', async () => {
    const { findMatches, provider, sync } = await createSyncTest({
      provider: { pageSize: PAGE_SIZE },
      records: toGames(6),
    })
    const pages: number[] = []
    provider.failWith((page) => {
      pages.push(page)
      return page === 2 && pages.filter((one) => one === 2).length <= 2
        ? { body: { failure: 'cursorLost' } }
        : undefined
    })

    expect(await sync()).toMatchObject({ error: null, status: 'completed' })
    expect(pages).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2])
    expect(await findMatches()).toHaveLength(6)
  })

  it('should fail its scope when it is lost again and again', async () => {
    const { findMatches, provider, sync } = await createSyncTest({
      provider: { pageSize: PAGE_SIZE },
      records: toGames(6),
    })
    let asked = 0
    provider.failWith((page) => {
      asked += 1
      return page === 1 ? { body: { failure: 'cursorLost' } } : undefined
    })

    expect(await sync()).toMatchObject({
      error: { code: 'CURSOR_LOST' },
      failedScopes: [{ key: 'all' }],
      status: 'failed',
    })
    expect(asked).toBe(6)
    expect(await findMatches()).toHaveLength(PAGE_SIZE)
  })
})

describe('an answer that is known to hold nothing', () => {
  it('should end its scope as read, and prove no absence', async () => {
    const { findIssues, findMatches, provider, sync } = await createSyncTest({
      options: { absence: { after: 1, maxShare: 1 } },
      provider: { pageSize: PAGE_SIZE },
      records: toGames(6),
    })
    await sync()
    provider.failWith((page) => (page === 1 ? { body: { failure: 'nothingHere' } } : undefined))

    expect(await sync()).toMatchObject({
      counts: { fetched: PAGE_SIZE, missing: 0 },
      error: null,
      failedScopes: [],
      status: 'completed',
    })
    expect(await findMatches()).toHaveLength(6)
    expect(await findIssues()).toEqual([])
  })
})
