import { afterEach, describe, expect, it } from 'vitest'

import type { OpenLeague } from './openLeague.js'

import { tick } from '../../../src/sync/operations/schedules/tick.js'
import { drainSync } from '../../../src/sync/runtime/drainSync.js'
import { NOTHING, openLeague, toPage, toRow } from './openLeague.js'

let league: OpenLeague

afterEach(async () => {
  await league.close()
})

const open = async (args: Parameters<typeof openLeague>[0]) => {
  league = await openLeague(args)
  league.server.setRoute('/football/livescores/inplay', NOTHING)
  return league
}

const findMatch = async (id = '940001') =>
  (await league.find('matches')).find(({ externalId }) => externalId === id)

const passMinutes = async (count: number) => {
  for (let minute = 0; minute < count; minute++) {
    await tick({ payload: league.payload })
    await drainSync({ payload: league.payload })
    league.clock.advance(60_000)
  }
}

describe('a match that its provider never ends', () => {
  it.each([
    ['is left in the second half', 22, 'INPLAY_2ND_HALF'],
    ['is suspended', 11, 'SUSPENDED'],
    ['is interrupted', 18, 'INTERRUPTED'],
  ])(
    'should cost no live request and be unknown, with an issue, when it %s',
    async (_name, state_id, code) => {
      const { clock, find, setMatches, sync, takeAsked, takeWrites } = await open({
        now: '2031-03-05T19:30:00Z',
      })
      setMatches([toRow({ state_id })])
      await sync({ resource: 'matches' })
      await passMinutes(1)
      clock.set(new Date('2031-03-06T00:31:00Z'))
      takeAsked()
      await passMinutes(5)

      expect(takeAsked().filter((path) => path.includes('inplay'))).toEqual([])

      await sync({ resource: 'matches' })

      expect(await findMatch()).toMatchObject({
        minute: null,
        providerStatus: code,
        state: 'unknown',
      })
      expect(await find('syncIssues')).toMatchObject([
        { externalId: '940001', kind: 'stale', status: 'open' },
      ])
      takeWrites()
      await sync({ resource: 'matches' })
      expect(takeWrites()).toEqual([])
      setMatches([toRow({ state_id: 5 })])
      await sync({ resource: 'matches' })
      expect(await findMatch()).toMatchObject({ state: 'finished' })
      expect(await find('syncIssues')).toMatchObject([{ kind: 'stale', status: 'resolved' }])
    },
  )

  it('should be live again when a suspended one goes on the next day', async () => {
    const { clock, server, setMatches, sync, takeAsked } = await open({
      now: '2031-03-05T19:30:00Z',
    })
    setMatches([toRow({ state_id: 11 })])
    await sync({ resource: 'matches' })
    clock.set(new Date('2031-03-06T03:30:00Z'))
    await sync({ resource: 'matches' })
    expect(await findMatch()).toMatchObject({ state: 'unknown' })

    clock.set(new Date('2031-03-06T14:10:00Z'))
    const on = toRow({ periods: [{ minutes: 62, ticking: true }], state_id: 22 })
    setMatches([on])
    await sync({ resource: 'matches' })

    expect(await findMatch()).toMatchObject({ minute: 62, state: 'live' })
    takeAsked()
    server.setRoute(
      '/football/livescores/inplay',
      toPage([{ ...on, periods: [{ minutes: 70, ticking: true }] }]),
    )
    clock.advance(8 * 60_000)
    await passMinutes(2)
    expect(takeAsked()).toContain('/football/livescores/inplay')
    expect(await findMatch()).toMatchObject({ minute: 70, state: 'live' })
  })
})

describe('a match that moved out of the days an incremental sync reads', () => {
  const others = [1, 2, 3].map((id) => toRow({ id, startsAt: '2031-03-08T18:30:00Z' }))

  it('should be asked for by its id in the same run, and only once', async () => {
    const { server, setMatches, sync, takeAsked } = await open({ now: '2031-03-05T12:00:00Z' })
    setMatches([toRow(), ...others])
    await sync({ resource: 'matches' })
    server.setRoute('/football/fixtures/between/2031-03-02/2031-03-19', toPage(others))
    server.setRoute(
      '/football/fixtures/multi/940001',
      toPage([toRow({ startsAt: '2031-04-09T18:30:00Z' })]),
    )
    takeAsked()

    const run = await sync({ mode: 'incremental', resource: 'matches' })

    expect(run).toMatchObject({ counts: { updated: 1 }, status: 'completed' })
    expect(await findMatch()).toMatchObject({ startsAt: '2031-04-09T18:30:00.000Z' })
    takeAsked()
    await sync({ mode: 'incremental', resource: 'matches' })
    expect(takeAsked()).toEqual(['/football/fixtures/between/2031-03-02/2031-03-19'])
  })

  it('should be found behind a list of several pages, without asking for what they hold', async () => {
    const { server, setMatches, sync, takeAsked } = await open({ now: '2031-03-05T12:00:00Z' })
    setMatches([toRow(), ...others])
    await sync({ resource: 'matches' })
    server.setRoute('/football/fixtures/between/2031-03-02/2031-03-19', ({ query }) => ({
      body: {
        data: query.page === '2' ? others.slice(2) : others.slice(0, 2),
        pagination: {
          current_page: Number(query.page ?? 1),
          has_more: query.page !== '2',
          per_page: 50,
        },
      },
    }))
    server.setRoute('/football/fixtures/multi/940001', NOTHING)
    takeAsked()

    const run = await sync({ mode: 'incremental', resource: 'matches' })

    expect(run).toMatchObject({ counts: { missing: 0, updated: 0 }, status: 'completed' })
    expect(takeAsked()).toEqual([
      '/football/fixtures/between/2031-03-02/2031-03-19',
      '/football/fixtures/between/2031-03-02/2031-03-19',
      '/football/fixtures/multi/940001',
    ])
    expect(await findMatch()).toMatchObject({ state: 'scheduled' })
  })
})
