import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Match } from '../../src/content/soccer/index.js'
import type { SiteTest } from './createSiteTest.js'

import { findLiveMatches, findMatchesOn, findTable } from '../../src/content/soccer/index.js'
import { createSiteTest, withDrafts } from './createSiteTest.js'

let site: SiteTest
/** Leagues, a season and teams, by name. */
const ids: Record<string, number> = {}

/** With drafts, and other slugs than the kit's. */
beforeAll(async () => {
  site = await createSiteTest({
    collections: {
      leagues: { slug: 'competitions' },
      matches: { slug: 'games', overrides: withDrafts },
      seasons: { slug: 'years' },
      teams: { slug: 'clubs' },
    },
  })
  ids.first = await site.create('leagues', { name: 'First League' })
  ids.second = await site.create('leagues', { name: 'Second League' })
  for (const name of ['Reds', 'Blues', 'Greens', 'Whites']) {
    ids[name] = await site.create('teams', { name })
  }
  const seasons = [
    { name: '2024', isCurrent: false, startDate: '2024-08-01T12:00:00.000Z' },
    { name: '2025', isCurrent: true, startDate: '2025-08-01T12:00:00.000Z' },
  ]
  for (const season of seasons) {
    ids[season.name] = await site.create('seasons', { ...season, league: ids.first })
  }
})

afterAll(() => site.payload.destroy())

type MatchValues = Partial<Record<keyof Match, unknown>>

const createMatch = (title: string, values: MatchValues, options?: { draft?: boolean }) =>
  site.create('matches', { title, ...values }, options)

const titlesOf = (matches: readonly { title: string }[]): string[] =>
  matches.map(({ title }) => title)

describe('the matches of a day', () => {
  const berlin = { timeZone: 'Europe/Berlin' }

  beforeAll(async () => {
    // The day on which the clock is put back has 25 hours, the other 23; both ends are midnight.
    const moments = {
      'autumn: before': '2026-10-24T21:59:59.999Z',
      'autumn: first': '2026-10-24T22:00:00.000Z',
      'autumn: hour that comes twice': '2026-10-25T00:30:00.000Z',
      'autumn: last': '2026-10-25T22:59:59.999Z',
      'autumn: next': '2026-10-25T23:00:00.000Z',
      'spring: before': '2026-03-28T22:59:59.999Z',
      'spring: first': '2026-03-28T23:00:00.000Z',
      'spring: last': '2026-03-29T21:59:59.999Z',
      'spring: next': '2026-03-29T22:00:00.000Z',
    }
    for (const [title, startsAt] of Object.entries(moments)) {
      await createMatch(title, { league: ids.first, startsAt })
    }
    await createMatch('autumn: other league', {
      homeTeam: ids.Reds,
      league: ids.second,
      startsAt: '2026-10-25T12:00:00.000Z',
    })
    await createMatch('autumn: draft', { startsAt: '2026-10-25T12:30:00.000Z' }, { draft: true })
  })

  it('should have 23 hours when the clock is put forward', async () => {
    const found = await findMatchesOn({ ...berlin, day: '2026-03-29', payload: site.payload })

    expect(titlesOf(found)).toEqual(['spring: first', 'spring: last'])
  })

  it('should have 25 hours when it is put back, in order, and no drafts', async () => {
    const found = await findMatchesOn({ ...berlin, day: '2026-10-25', payload: site.payload })

    expect(titlesOf(found)).toEqual([
      'autumn: first',
      'autumn: hour that comes twice',
      'autumn: other league',
      'autumn: last',
    ])
  })

  it('should be those of another day elsewhere', async () => {
    const found = await findMatchesOn({ day: '2026-10-24', payload: site.payload })

    expect(titlesOf(found)).toEqual(['autumn: before', 'autumn: first'])
  })

  it('should be those of one league, by id, slug or document, with what they lead to', async () => {
    const day = { ...berlin, day: '2026-10-25', payload: site.payload }
    for (const league of [ids.second!, 'second-league', { id: ids.second! }, String(ids.second)]) {
      const [match, ...others] = await findMatchesOn({ ...day, league })

      expect(others).toEqual([])
      expect(match).toMatchObject({ homeTeam: { name: 'Reds' }, league: { slug: 'second-league' } })
    }
    expect(await findMatchesOn({ ...day, league: 'no-league' })).toEqual([])
  })

  it('should show drafts to a preview', async () => {
    const found = await findMatchesOn({
      ...berlin,
      day: '2026-10-25',
      draft: true,
      payload: site.payload,
    })

    expect(titlesOf(found)).toContain('autumn: draft')
  })

  it('should be refused to whoever may not read them, and honour a user', async () => {
    const day = { ...berlin, day: '2026-03-29', payload: site.payload }

    await expect(findMatchesOn({ ...day, overrideAccess: false })).rejects.toThrow(/not allowed/)
    await expect(findMatchesOn({ ...day, user: null })).rejects.toThrow(/not allowed/)
    expect(await findMatchesOn({ ...day, user: await site.signUp('members') })).toHaveLength(2)
  })
})

describe('the matches that are being played', () => {
  it('should be those that go on, and none that nobody ended', async () => {
    const now = new Date('2030-05-05T20:00:00.000Z')
    await createMatch('live', { startsAt: '2030-05-05T19:00:00.000Z', state: 'live' })
    await createMatch('half-time', { startsAt: '2030-05-05T18:50:00.000Z', state: 'paused' })
    await createMatch('over', { startsAt: '2030-05-05T17:00:00.000Z', state: 'finished' })
    await createMatch('left open', { startsAt: '2030-05-05T13:59:00.000Z', state: 'live' })

    const found = await findLiveMatches({ now, payload: site.payload })

    expect(titlesOf(found)).toEqual(['half-time', 'live'])
  })
})

describe('the table', () => {
  beforeAll(async () => {
    const season = ids['2025']
    const match = (home: string, away: string, values: MatchValues): Promise<number> =>
      createMatch(`${home} – ${away}`, {
        awayTeam: ids[away],
        homeTeam: ids[home],
        season,
        state: 'finished',
        ...values,
      })
    await match('Reds', 'Blues', { awayScore: 1, homeScore: 2, round: '1', stage: 'Regular' })
    // Level after 90 minutes: what was scored later does not count.
    await match('Greens', 'Reds', {
      awayScore: 2,
      extraTime: { away: 1, home: 0 },
      fulltime: { away: 1, home: 1 },
      homeScore: 1,
      stage: 'Regular',
    })
    await match('Blues', 'Greens', {
      awayScore: 3,
      extraTime: { away: 2, home: 0 },
      homeScore: 1,
      stage: 'Regular',
    })
    await match('Blues', 'Reds', { awayScore: 9, homeScore: 0, stage: 'Regular', state: 'live' })
    await match('Whites', 'Reds', { stage: 'Regular', state: 'scheduled' })
    await match('Whites', 'Blues', { round: 'Group B - 1', stage: null, state: 'off' })
    await match('Reds', 'Whites', { awayScore: 0, homeScore: 0, round: 'Group A - 3' })
    await match('Reds', 'Whites', { awayScore: 5, homeScore: 0, season: ids['2024'] })
  })

  it('should count what is finished, after 90 minutes, stage by stage', async () => {
    const tables = await findTable({ payload: site.payload, season: ids['2025']! })

    expect(
      tables.map(({ name, rows }) => [
        name,
        rows.map(({ goalsAgainst, goalsFor, played, points, position, team }) =>
          [
            position,
            typeof team === 'object' ? team.name : team,
            played,
            `${goalsFor}:${goalsAgainst}`,
            points,
          ].join(' '),
        ),
      ]),
    ).toEqual([
      ['Regular', ['1 Reds 2 3:2 4', '2 Greens 2 2:2 2', '3 Blues 2 2:3 1', '4 Whites 0 0:0 0']],
      ['Group A', ['1 Reds 1 0:0 1', '1 Whites 1 0:0 1']],
    ])
  })

  it('should be that of the current season of a league', async () => {
    const bySeason = await findTable({ payload: site.payload, season: { id: ids['2025']! } })

    expect(await findTable({ league: 'first-league', payload: site.payload })).toEqual(bySeason)
    expect(await findTable({ league: 'second-league', payload: site.payload })).toEqual([])
    await expect(
      findTable({ overrideAccess: false, payload: site.payload, season: ids['2025']! }),
    ).rejects.toThrow(/not allowed/)
  })
})

describe('a slug', () => {
  it('should be unique among look-alikes, by their external ids', async () => {
    const slugs: unknown[] = []
    for (const externalId of ['801', '802']) {
      const id = await site.create('teams', { name: 'FK Šiauliai', externalId })
      const { slug } = await site.payload.findByID({ id, collection: site.slugOf('teams') })
      slugs.push(slug)
    }

    expect(slugs).toEqual(['fk-siauliai', 'fk-siauliai-802'])
  })

  it('should stay when a team is renamed, and be what an editor makes it', async () => {
    const collection = site.slugOf('teams')
    const id = await site.create('teams', { name: 'Old Name' })
    const save = async (data: Record<string, unknown>): Promise<unknown> =>
      (await site.payload.update({ id, collection, data })).slug

    expect(await save({ name: 'New Name' })).toBe('old-name')
    expect(await save({ slug: 'Our Team!' })).toBe('our-team')
    expect(await save({ name: 'Newer Name' })).toBe('our-team')
  })

  it('should name title and day of a match', async () => {
    const id = await createMatch('Reds – Blues', { startsAt: '2031-02-03T23:00:00.000Z' })
    const { slug } = await site.payload.findByID({ id, collection: site.slugOf('matches') })

    expect(slug).toBe('reds-blues-2031-02-03')
  })
})
