import { describe, expect, it } from 'vitest'

import { startTestEmulator } from '../../startTestEmulator.js'

const MAY = '/v3/football/fixtures/between/2025-04-01/2025-05-31'

describe('paging', () => {
  it.each(['next_page', 'next_cursor'] as const)('should give every row once by %s', async (by) => {
    const { emulator, get, getAll } = await startTestEmulator()
    const { body } = await get('/v3/football/fixtures?per_page=50')
    expect(body.pagination).toMatchObject({
      count: 50,
      current_page: 1,
      has_more: true,
      per_page: 50,
    })

    const rows = await getAll('/v3/football/fixtures?per_page=50', by)

    expect(rows).toHaveLength(emulator.world.matches.size)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })

  it('should write the cursor as a full URL when told so', async () => {
    const { emulator, get, getAll } = await startTestEmulator({ cursorStyle: 'url' })
    const { body } = await get(`${MAY}?include=state`)

    expect(body.pagination).toMatchObject({
      next_cursor: expect.stringContaining(
        `${emulator.url}${MAY}?include=state&cursor=`,
      ) as unknown,
    })
    const bySteps = await getAll(MAY, 'next_cursor')
    expect(bySteps).toEqual(await getAll(MAY, 'next_page'))
  })

  it('should link to the next page as the provider does, without the token', async () => {
    const { emulator } = await startTestEmulator()
    const response = await fetch(
      `${emulator.url}${MAY}?api_token=secret&include=events;state&filters=fixtureStates:5`,
    )
    const { pagination } = (await response.json()) as { pagination: { next_page: string } }

    expect(pagination.next_page).toBe(
      `${emulator.url}${MAY}?include=events%3Bstate&filters=fixtureStates%3A5&page=2`,
    )
  })

  it('should end with null links and no more', async () => {
    const { get } = await startTestEmulator()
    const { body } = await get('/v3/football/leagues')
    expect(body.pagination).toEqual({
      count: 2,
      current_page: 1,
      has_more: false,
      next_cursor: null,
      next_page: null,
      per_page: 25,
    })
  })

  it.each([
    ['', 25],
    ['?per_page=50', 50],
    ['?per_page=51', 25],
    ['?per_page=200', 25],
    ['?per_page=0', 25],
    ['?per_page=many', 25],
    ['?per_page=1000&filters=populate', 1000],
    ['?per_page=1001&filters=populate', 25],
  ])('should answer /fixtures%s with %i rows', async (query, count) => {
    const { get } = await startTestEmulator()
    const { body, rows } = await get(`/v3/football/fixtures${query}`)
    const { emulator } = await startTestEmulator()

    expect(body.pagination).toMatchObject({ per_page: count })
    expect(rows()).toHaveLength(Math.min(count, emulator.world.matches.size))
  })

  it('should switch includes off while populating', async () => {
    const { get } = await startTestEmulator()
    const { rows } = await get('/v3/football/fixtures?include=scores&filters=populate')
    expect(rows()[0]).not.toHaveProperty('scores')
  })

  it('should refuse pages beyond row 20,000, but not cursors', async () => {
    const { get } = await startTestEmulator()

    expect(await get('/v3/football/fixtures?page=801')).toMatchObject({ status: 200 })
    expect(await get('/v3/football/fixtures?page=802')).toMatchObject({
      body: { code: 5003 },
      status: 400,
    })
    expect(await get('/v3/football/fixtures?cursor=nonsense')).toMatchObject({
      body: { code: 5006 },
      status: 400,
    })
  })
})
