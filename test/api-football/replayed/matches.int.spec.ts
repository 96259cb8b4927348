import { afterEach, describe, expect, it } from 'vitest'

import type { OpenLeague } from './openLeague.js'

import { tick } from '../../../src/sync/operations/schedules/tick.js'
import { drainSync } from '../../../src/sync/runtime/drainSync.js'
import { createRefusal } from '../../fixtures/api-football/createAnswer.js'
import { createFixtureRow } from '../../fixtures/api-football/createFixtureRow.js'
import { createLeagueRow } from '../../fixtures/api-football/createLeagueRow.js'
import { openLeague } from './openLeague.js'

let league: OpenLeague

afterEach(async () => {
  await league.close()
})

const open = async (args: Parameters<typeof openLeague>[0]) => {
  league = await openLeague(args)
  return league
}

const at = (moment: string) => ({ timestamp: Date.parse(moment) / 1000 })

const findMatch = async (id = '940001') =>
  (await league.find('matches')).find(({ externalId }) => externalId === id)

/** Minutes that pass, each with what the schedules do then. */
const passMinutes = async (count: number) => {
  for (let minute = 0; minute < count; minute++) {
    await tick({ payload: league.payload })
    await drainSync({ payload: league.payload })
    league.clock.advance(60_000)
  }
}

describe('a match that its provider never ends', () => {
  it.each([
    ['is left in the second half', { elapsed: 90, short: '2H' }],
    ['is suspended', { elapsed: 61, short: 'SUSP' }],
    ['is interrupted', { elapsed: 61, short: 'INT' }],
  ])(
    'should cost no live request and be unknown, with an issue, when it %s',
    async (_name, how) => {
      const { clock, find, setFixtures, sync, takeAsked } = await open({
        now: '2031-03-05T19:30:00Z',
      })
      const stuck = createFixtureRow({ ...how, goals: { away: 0, home: 1 } })
      setFixtures(({ live }) => (live ? [] : [stuck]))
      await sync({ resource: 'matches' })
      expect(await findMatch()).toMatchObject({ state: how.short === '2H' ? 'live' : 'paused' })
      await passMinutes(1)

      clock.set(new Date('2031-03-06T00:31:00Z'))
      takeAsked()
      await passMinutes(5)

      expect(takeAsked().filter((url) => url.includes('live='))).toEqual([])

      const run = await sync({ mode: 'incremental', resource: 'matches' })

      expect(run.status).toBe('completed')
      expect(await findMatch()).toMatchObject({
        homeScore: 1,
        minute: null,
        providerStatus: how.short,
        state: 'unknown',
      })
      expect(await find('syncIssues')).toMatchObject([
        {
          documentId: expect.stringMatching(/./),
          externalId: '940001',
          kind: 'stale',
          status: 'open',
        },
      ])
      league.takeWrites()
      await sync({ resource: 'matches' })
      expect(league.takeWrites()).toEqual([])
    },
  )

  it('should be asked for by full syncs after its season, until it ends, which closes the issue', async () => {
    const { clock, find, server, setFixtures, sync, takeAsked } = await open({
      now: '2031-04-20T12:00:00Z',
    })
    const stuck = createFixtureRow({ elapsed: 90, short: '2H' })
    setFixtures(() => [stuck])
    await sync({ resource: 'matches' })
    expect(await findMatch()).toMatchObject({ state: 'unknown' })
    clock.set(new Date('2031-09-01T12:00:00Z'))
    server.setRoute('/leagues', {
      body: { ...answerOf([createLeagueRow({ seasons: SEASONS })]) },
    })
    await sync({ resource: 'seasons' })
    const over = createFixtureRow({ elapsed: 90, goals: { away: 0, home: 1 }, short: 'FT' })
    setFixtures(({ id }) => (id === '940001' ? [{ ...over, events: [] }] : []))
    takeAsked()

    await sync({ resource: 'matches' })

    expect(takeAsked()).toContain('/fixtures?id=940001')
    expect(await findMatch()).toMatchObject({ homeScore: 1, state: 'finished' })
    expect(await find('syncIssues')).toMatchObject([{ kind: 'stale', status: 'resolved' }])
  })

  it('should be live again when a suspended one goes on the next day', async () => {
    const { clock, setFixtures, sync, takeAsked } = await open({ now: '2031-03-05T19:30:00Z' })
    setFixtures(() => [createFixtureRow({ elapsed: 61, short: 'SUSP' })])
    await sync({ resource: 'matches' })
    clock.set(new Date('2031-03-06T09:30:00Z'))
    await sync({ resource: 'matches' })
    expect(await findMatch()).toMatchObject({ minute: null, state: 'unknown' })

    clock.set(new Date('2031-03-06T14:00:00Z'))
    setFixtures(() => [createFixtureRow({ elapsed: 62, short: '2H' })])
    await sync({ mode: 'incremental', resource: 'matches' })

    expect(await findMatch()).toMatchObject({ minute: 62, state: 'live' })
    takeAsked()
    setFixtures(() => [createFixtureRow({ elapsed: 70, short: '2H' })])
    clock.advance(8 * 60_000)
    await passMinutes(2)
    expect(takeAsked()).toContain('/fixtures?live=9101')
    expect(await findMatch()).toMatchObject({ minute: 70, state: 'live' })
  })
})

const SEASONS = [
  { current: false, end: '2031-05-25', start: '2030-08-16', year: 2030 },
  { current: true, end: '2032-05-25', start: '2031-08-14', year: 2031 },
]

const answerOf = (rows: readonly unknown[]) => ({
  errors: [],
  paging: { current: 1, total: 1 },
  response: rows,
  results: rows.length,
})

describe('a match that moved out of the days an incremental sync reads', () => {
  it('should be asked for by its id in the same run', async () => {
    const { setFixtures, sync, takeAsked } = await open({ now: '2031-03-05T12:00:00Z' })
    const moved = createFixtureRow({ fixture: at('2031-04-09T18:30:00Z') })
    setFixtures(() => [createFixtureRow()])
    await sync({ resource: 'matches' })
    setFixtures(({ id, from }) => (id || !from ? [moved] : []))
    takeAsked()

    const run = await sync({ mode: 'incremental', resource: 'matches' })

    expect(run).toMatchObject({ counts: { updated: 1 }, status: 'completed' })
    expect(takeAsked()).toEqual([expect.stringContaining('from='), '/fixtures?id=940001'])
    expect(await findMatch()).toMatchObject({ startsAt: '2031-04-09T18:30:00.000Z' })
    await sync({ mode: 'incremental', resource: 'matches' })
    expect(takeAsked()).toEqual([expect.stringContaining('from=')])
  })

  it('should stay as it is when the provider does not know it any more', async () => {
    const { find, setFixtures, sync } = await open({ now: '2031-03-05T12:00:00Z' })
    setFixtures(() => [createFixtureRow(), createFixtureRow({ id: 2 })])
    await sync({ resource: 'matches' })
    setFixtures(({ id }) => (id ? [] : [createFixtureRow({ id: 2 })]))

    const run = await sync({ mode: 'incremental', resource: 'matches' })

    expect(run).toMatchObject({ counts: { missing: 0, updated: 0 }, status: 'completed' })
    expect(await findMatch()).toMatchObject({ state: 'scheduled' })
    expect(await find('syncIssues')).toEqual([])
  })

  it('should not be asked for when the days could not be read', async () => {
    const { server, setFixtures, sync, takeAsked } = await open({ now: '2031-03-05T12:00:00Z' })
    setFixtures(() => [createFixtureRow()])
    await sync({ resource: 'matches' })
    server.setRoute('/fixtures', createRefusal({ plan: 'Free plans do not have access.' }))
    takeAsked()

    const run = await sync({ mode: 'incremental', resource: 'matches' })

    expect(run.status).not.toBe('completed')
    expect(takeAsked().filter((url) => url.includes('id='))).toEqual([])
  })
})

describe('the events of a match that was over when it was first seen', () => {
  const GOAL = {
    type: 'Goal',
    detail: 'Normal Goal',
    player: { name: 'A. Reef' },
    team: { id: 9201 },
    time: { elapsed: 30, extra: null },
  }
  const over = (id: number, day = '05') =>
    createFixtureRow({
      id,
      fixture: at(`2031-03-${day}T18:30:00Z`),
      goals: { away: 0, home: 1 },
      short: 'FT',
    })

  it('should be fetched once, many ids in one request, the newest first', async () => {
    const { setFixtures, sync, takeAsked } = await open({ now: '2031-03-06T12:00:00Z' })
    const rows = [1, 2, 3].map((id) => over(id, `0${id}`))
    setFixtures(({ id, ids }) => {
      const wanted = (ids ?? id)?.split('-')
      return wanted
        ? rows
            .filter(({ fixture }) => wanted.includes(String(fixture.id)))
            .map((row) => ({ ...row, events: row.fixture.id === 3 ? [GOAL] : [] }))
        : rows
    })
    await sync({ resource: 'matches' })
    takeAsked()

    await sync({ mode: 'incremental', resource: 'matches' })

    expect(takeAsked().slice(1)).toEqual(['/fixtures?ids=3-2-1'])
    expect(await findMatch('3')).toMatchObject({ events: [{ type: 'goal', minute: 30 }] })
    // What really has no events was asked for, and is not again.
    for (const mode of ['incremental', 'full', 'incremental'] as const) {
      await sync({ mode, resource: 'matches' })
    }
    expect(takeAsked().filter((url) => url.includes('ids='))).toEqual([])
    expect(await findMatch('3')).toMatchObject({ events: [{ type: 'goal', minute: 30 }] })
  })

  it('should be asked for one by one, and a few in a run, where the plan refuses several', async () => {
    const { server, sync, takeAsked } = await open({ now: '2031-03-06T12:00:00Z' })
    const rows = Array.from({ length: 8 }, (_, index) => over(index + 1))
    server.setRoute('/fixtures', ({ query: { id, ids } }) => {
      if (ids) {
        return createRefusal({ plan: 'Free plans do not have access to the Ids parameter.' })
      }
      const found = id ? rows.filter(({ fixture }) => String(fixture.id) === id) : rows
      return { body: answerOf(found.map((row) => (id ? { ...row, events: [GOAL] } : row))) }
    })
    await sync({ resource: 'matches' })
    takeAsked()

    const run = await sync({ mode: 'incremental', resource: 'matches' })

    expect(run.status).toBe('completed')
    expect(takeAsked().filter((url) => url.includes('?id='))).toHaveLength(5)
    await sync({ mode: 'incremental', resource: 'matches' })
    expect(takeAsked().filter((url) => url.includes('?id='))).toHaveLength(3)
  })

  it('should not be asked for where the provider has none for the season', async () => {
    const row = createLeagueRow()
    row.seasons.forEach(({ coverage }) => {
      coverage.fixtures.events = false
    })
    const { setFixtures, sync, takeAsked } = await open({ now: '2031-03-06T12:00:00Z', row })
    setFixtures(() => [over(1)])
    await sync({ resource: 'matches' })
    takeAsked()

    await sync({ mode: 'incremental', resource: 'matches' })

    expect(takeAsked().filter((url) => url.includes('id='))).toEqual([])
  })
})
