import { afterEach, describe, expect, it } from 'vitest'

import type { OpenLeague } from './openLeague.js'

import { createAnswer } from '../../fixtures/api-football/createAnswer.js'
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

const row = createLeagueRow({
  seasons: [
    { current: true, end: '2031-05-25', start: '2030-08-16', year: 2030 },
    { end: '2032-05-25', start: '2031-08-14', year: 2031 },
  ],
})

describe('a season that is listed before it is current', () => {
  it.each(['2031-04-28T12:00:00Z', '2031-06-28T12:00:00Z'])(
    'should be stored beside the old one, with its matches, on %s',
    async (now) => {
      const { find, setFixtures, sync } = await open({ now, row })
      const next = createFixtureRow({
        id: 950_001,
        fixture: { timestamp: Date.parse('2031-08-14T18:30:00Z') / 1000 },
        league: { season: 2031 },
      })
      setFixtures(({ season }) => [season === '2031' ? next : createFixtureRow({ short: 'FT' })])

      expect(await sync({ resource: 'matches' })).toMatchObject({
        requests: 2,
        status: 'completed',
      })

      expect(await find('seasons')).toMatchObject([
        { name: '2030/2031', isCurrent: true, startDate: '2030-08-16T12:00:00.000Z' },
        { name: '2031/2032', isCurrent: false, startDate: '2031-08-14T12:00:00.000Z' },
      ])
      const [, current] = await find('seasons')
      expect(await find('matches')).toMatchObject([
        { externalId: '940001' },
        { externalId: '950001', season: current!.id },
      ])
    },
  )

  it('should cost no request for its players, who have not played yet', async () => {
    const { server, sync, takeAsked } = await open({
      now: '2031-06-28T12:00:00Z',
      options: { leagues: [9101], playerDetails: true },
      row,
    })
    server.setRoute('/players/squads', createAnswer({ rows: [] }))
    server.setRoute('/players', createAnswer({ rows: [] }))

    await sync({ resource: 'players' })

    expect(takeAsked().filter((url) => url.startsWith('/players?'))).toEqual([
      expect.stringContaining('season=2030'),
    ])
  })
})

describe('a team that nobody knows yet', () => {
  it.each([null, 0])('should be no club, and named in the match, with the id %j', async (id) => {
    const { find, setFixtures, sync } = await open({ now: '2031-03-05T12:00:00Z' })
    const side = (name: string) => ({ id, name, logo: null, winner: null })
    const semiFinal = {
      ...createFixtureRow(),
      teams: { away: side('Winner QF2'), home: side('Winner QF1') },
    }
    setFixtures(() => [semiFinal])
    await sync({ resource: 'matches' })

    expect(await find('teams')).toHaveLength(2)
    expect(await find('matches')).toMatchObject([
      {
        awayPlaceholder: 'Winner QF2',
        homePlaceholder: 'Winner QF1',
        homeTeam: null,
        title: 'Winner QF1 – Winner QF2',
      },
    ])
    setFixtures(() => [createFixtureRow()])
    await sync({ resource: 'matches' })
    expect(await find('matches')).toMatchObject([{ awayPlaceholder: null, homePlaceholder: null }])
    expect((await find('matches'))[0]!.homeTeam).not.toBeNull()
  })
})

describe('a list that is empty and cannot be', () => {
  it.each([
    ['countries', '/countries'],
    ['leagues', '/leagues'],
    ['seasons', '/leagues'],
    ['teams', '/teams'],
  ] as const)('should fail %s with an advice, and change nothing', async (resource, path) => {
    const { find, server, setFixtures, sync } = await open({ now: '2031-03-05T12:00:00Z' })
    setFixtures(() => [createFixtureRow()])
    await sync({ resource: 'matches' })
    const before = await find(resource)
    server.setRoute(path, createAnswer({ rows: [] }))

    const run = await sync({ resource })

    expect(run).toMatchObject({ error: { code: 'EMPTY_ANSWER' }, status: 'failed' })
    expect(run.error?.message).toMatch(/the plan.* or /s)
    expect(run.error?.message).not.toContain('has no league')
    expect(await find(resource)).toEqual(before)
  })
})
