import { afterEach, describe, expect, it } from 'vitest'

import type { OpenLeague } from './openLeague.js'

import { getAdapter } from '../../../src/sync/store/Database.js'
import { createParticipant } from '../../fixtures/sportmonks/createFixture.js'
import { testSlugs } from '../../project/testSlugs.js'
import { NOTHING, openLeague, SEASON, toPage, toRow, toTeamRow } from './openLeague.js'

let league: OpenLeague

afterEach(async () => {
  await league.close()
})

const open = async (args: Parameters<typeof openLeague>[0]) => {
  league = await openLeague(args)
  return league
}

describe('a season that is listed before it is current', () => {
  const NEXT = {
    ...SEASON,
    id: 91_002,
    name: '2031/2032',
    ending_at: '2032-05-24',
    is_current: false,
    starting_at: '2031-08-14',
  }
  const match = toRow({
    id: 950_001,
    season: NEXT,
    season_id: NEXT.id,
    startsAt: '2031-08-14T18:30:00Z',
  })

  it('should be stored beside the old one, with its matches', async () => {
    const { find, server, sync } = await open({
      now: '2031-06-28T12:00:00Z',
      seasons: [{ ...SEASON, finished: true }, NEXT],
    })
    server.setRoute('/football/fixtures', ({ query }) =>
      toPage(query.filters === 'fixtureSeasons:91002' ? [match] : [toRow({ state_id: 5 })]),
    )

    expect(await sync({ resource: 'matches' })).toMatchObject({ requests: 2, status: 'completed' })

    expect(await find('seasons')).toMatchObject([
      { name: '2030/2031', isCurrent: true, isFinished: true },
      { name: '2031/2032', isCurrent: false, isFinished: false },
    ])
    expect((await find('matches')).map(({ externalId }) => externalId)).toEqual([
      '940001',
      '950001',
    ])
  })

  it('should fail nothing while the provider knows nothing of it yet', async () => {
    const { server, sync } = await open({
      now: '2031-06-28T12:00:00Z',
      seasons: [{ ...SEASON, finished: true }, NEXT],
    })
    server.setRoute('/football/teams/seasons/91002', NOTHING)
    server.setRoute('/football/fixtures', ({ query }) =>
      query.filters === 'fixtureSeasons:91002' ? NOTHING : toPage([toRow({ state_id: 5 })]),
    )

    expect(await sync({ resource: 'teams' })).toMatchObject({ status: 'completed' })
    expect(await sync({ resource: 'matches' })).toMatchObject({ status: 'completed' })
    // The same words about a season that has begun may be a refusal.
    server.setRoute('/football/fixtures', NOTHING)
    expect(await sync({ resource: 'matches' })).toMatchObject({ status: 'partial' })
  })
})

describe('a team that only stands for one', () => {
  const winner = (id: number, location: string, name: string) =>
    createParticipant({ id, name, country_id: null, location, placeholder: true, short_code: null })
  const semiFinal = toRow({
    participants: [winner(5001, 'home', 'Winner QF1'), winner(5002, 'away', 'Winner QF2')],
    placeholder: true,
  })

  it('should be no club, and named in the match until the real one comes', async () => {
    const { find, server, setMatches, sync, takeAsked } = await open({
      now: '2031-03-05T12:00:00Z',
    })
    setMatches([semiFinal])
    await sync({ resource: 'matches' })

    expect((await find('teams')).map(({ name }) => name)).toEqual(['Port Amber', 'Stone Vale'])
    expect(await find('matches')).toMatchObject([
      {
        awayPlaceholder: 'Winner QF2',
        awayTeam: null,
        homePlaceholder: 'Winner QF1',
        homeTeam: null,
        title: 'Winner QF1 – Winner QF2',
      },
    ])

    setMatches([toRow()])
    await sync({ resource: 'matches' })
    server.setRoute('/football/squads/teams/9201', { body: { data: [] } })
    server.setRoute('/football/squads/teams/9202', { body: { data: [] } })
    takeAsked()

    expect(await sync({ resource: 'players' })).toMatchObject({ status: 'completed' })
    expect(takeAsked()).toEqual(['/football/squads/teams/9201', '/football/squads/teams/9202'])
    const [match] = await find('matches')
    expect(match).toMatchObject({
      awayPlaceholder: null,
      homePlaceholder: null,
      title: 'Port Amber – Stone Vale',
    })
    expect(match!.homeTeam).not.toBeNull()
  })

  it('should be left out of the list of a season, and become a club under the same id', async () => {
    const { find, server, sync } = await open({ now: '2031-03-05T12:00:00Z' })
    const list = (placeholder: boolean, name: string) =>
      toPage([
        toTeamRow(),
        toTeamRow({ location: 'away' }),
        toTeamRow({ id: 5001, name, placeholder }),
      ])
    server.setRoute('/football/teams/seasons/91001', list(true, 'Winner QF1'))
    await sync({ resource: 'teams' })
    expect(await find('teams')).toHaveLength(2)

    server.setRoute('/football/teams/seasons/91001', list(false, 'Third Town'))
    await sync({ resource: 'teams' })

    expect(await find('teams')).toMatchObject([
      {},
      {},
      { name: 'Third Town', externalId: '5001', isPlaceholder: false },
    ])
    // One that is stored already is marked and reported, and has no squad.
    server.setRoute('/football/teams/seasons/91001', list(true, 'Winner QF1'))
    server.setRoute('/football/squads/teams/9201', { body: { data: [] } })
    server.setRoute('/football/squads/teams/9202', { body: { data: [] } })
    await sync({ resource: 'teams' })
    expect(await find('teams')).toMatchObject([{}, {}, { isPlaceholder: true }])
    expect(await find('syncIssues')).toMatchObject([{ externalId: '5001', kind: 'stale' }])
    expect(await sync({ resource: 'players' })).toMatchObject({ requests: 2, status: 'completed' })
  })
})

describe('a list that is empty and cannot be', () => {
  it.each([
    ['countries', '/core/countries', toPage([])],
    ['teams', '/football/teams/seasons/91001', toPage([])],
    ['seasons', '/football/leagues/9101', { body: { data: { id: 9101, seasons: [] } } }],
  ])('should fail %s with an advice, and change nothing', async (resource, path, answer) => {
    const { find, server, setMatches, sync } = await open({ now: '2031-03-05T12:00:00Z' })
    setMatches([toRow()])
    await sync({ resource: 'matches' })
    const key = resource as 'countries' | 'seasons' | 'teams'
    const before = await find(key)
    server.setRoute(path, answer)

    const run = await sync({ resource })

    expect(run).toMatchObject({ error: { code: 'EMPTY_ANSWER' }, status: 'failed' })
    expect(run.error?.message).toMatch(/subscription.* or /s)
    expect(await find(key)).toEqual(before)
  })
})

describe('days without a time', () => {
  it('should be stored at noon, and move there from midnight without being taken for an edit', async () => {
    const { find, payload, server, sync } = await open({ now: '2031-03-05T12:00:00Z' })
    const player = { id: 7, name: 'A. Reef', date_of_birth: '1995-02-08' }
    const squad = {
      body: { data: [{ id: 1, jersey_number: 9, player, player_id: 7, team_id: 9201 }] },
    }
    server.setRoute('/football/squads/teams/9201', squad)
    server.setRoute('/football/squads/teams/9202', { body: { data: [] } })
    await sync({ resource: 'players' })

    expect(await find('players')).toMatchObject([{ dateOfBirth: '1995-02-08T12:00:00.000Z' }])
    expect(await find('seasons')).toMatchObject([
      { endDate: '2031-05-25T12:00:00.000Z', startDate: '2030-08-16T12:00:00.000Z' },
    ])

    await storeAsBefore({ payload })
    await sync({ resource: 'players' })
    await sync({ resource: 'seasons' })

    expect(await find('players')).toMatchObject([{ dateOfBirth: '1995-02-08T12:00:00.000Z' }])
    expect(await find('seasons')).toMatchObject([{ startDate: '2030-08-16T12:00:00.000Z' }])
    expect(await find('syncIssues')).toEqual([])
  })

  it('should be no edit when an editor picks the right day again', async () => {
    const { find, payload, server, sync } = await open({ now: '2031-03-05T12:00:00Z' })
    const [season] = await find('seasons')
    await payload.update({
      id: season!.id,
      collection: testSlugs.seasons,
      // The picker leaves the seconds of the moment it was opened at.
      data: { startDate: '2030-08-16T12:00:41.000Z' },
    })
    server.setRoute('/football/leagues/9101', ({ query }) => ({
      body: {
        data: { id: 9101, name: 'Harbour League', ...(query.include && { seasons: [MOVED] }) },
      },
    }))

    await sync({ resource: 'seasons' })

    expect(await find('seasons')).toMatchObject([{ startDate: '2030-08-20T12:00:00.000Z' }])
    expect(await find('syncIssues')).toEqual([])
  })
})

const MOVED = { ...SEASON, starting_at: '2030-08-20' }

/**
 * What versions before this one left: days at midnight, in documents and as the provider's word.
 */
const storeAsBefore = async ({ payload }: Pick<OpenLeague, 'payload'>) => {
  const { pool } = getAdapter(payload)
  await pool.query(
    `update players set date_of_birth = date_trunc('day', date_of_birth at time zone 'UTC') at time zone 'UTC'`,
  )
  await pool.query(
    `update seasons set
       start_date = date_trunc('day', start_date at time zone 'UTC') at time zone 'UTC',
       end_date = date_trunc('day', end_date at time zone 'UTC') at time zone 'UTC'`,
  )
  await pool.query(
    `update sync_records set mapping_version = 1, hash = 'of version 1',
       base = replace(base::text, 'T12:00:00.000Z', 'T00:00:00.000Z')::jsonb
     where resource in ('players', 'seasons')`,
  )
}
