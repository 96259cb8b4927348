import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

import type { Reference, SyncDocument } from '../../src/sdk/index.js'

import { pagedAnswerSchema } from '../../src/providers/sportmonks/http/answerSchemas.js'
import { findFailure } from '../../src/providers/sportmonks/http/findFailure.js'
import { nextCursor } from '../../src/providers/sportmonks/http/nextCursor.js'
import { readQuota } from '../../src/providers/sportmonks/http/readQuota.js'
import { sportmonks } from '../../src/providers/sportmonks/index.js'
import { getResource } from './readResource.js'

/** Real answers that developers published. They lie outside the repository and stay there. */
export const RECORDINGS = fileURLToPath(
  new URL('../../../shared/data/sportmonks/', import.meta.url),
)

const read = (path: string): unknown => JSON.parse(readFileSync(`${RECORDINGS}${path}`, 'utf8'))

type MapAllArgs = { records: unknown; resource: string }

/** Puts recorded records through a resource; one that does not fit fails the test. */
const mapAll = ({ records, resource: name }: MapAllArgs): Map<string, SyncDocument> => {
  const resource = getResource({ name, provider: sportmonks({ apiToken: 'none' }) })
  return new Map(
    (records as unknown[]).map((record) => {
      const parsed = resource.schema.parse(record)
      return [resource.externalId(parsed), resource.map(parsed, { scope: {} })]
    }),
  )
}

/** Every fixture in a schedule: stages hold rounds or aggregates, and those hold fixtures. */
const fixturesIn = (value: unknown): Record<string, unknown>[] => {
  if (Array.isArray(value)) {
    return value.flatMap(fixturesIn)
  }
  if (typeof value !== 'object' || value === null) {
    return []
  }
  return 'state_id' in value ? [{ ...value }] : Object.values(value).flatMap(fixturesIn)
}

const idOf = (value: unknown): string => (value as Reference).externalId

/** Tests against the recordings. Call it only where they are. */
export const describeSportmonksRecordings = () =>
  describe('sportmonks recordings', () => {
    it('should map the finished fixture 19135043 with everything that was included', () => {
      const fixture = read('fixtures/fixture-19135043-data.json')
      const match = mapAll({ records: [fixture], resource: 'matches' }).get('19135043')

      expect(match).toMatchObject({
        awayScore: 0,
        awayTeam: { externalId: '15', stub: { name: 'Aston Villa' } },
        fulltime: { away: 0, home: 2 },
        halftime: { away: 0, home: 0 },
        homeScore: 2,
        homeTeam: { externalId: '14', stub: { name: 'Manchester United' } },
        league: { externalId: '8', stub: { name: 'Premier League' } },
        minute: null,
        penalties: { away: null, home: null },
        providerStatus: 'FT',
        season: { externalId: '23614' },
        startsAt: '2025-05-25T15:00:00.000Z',
        state: 'finished',
        title: 'Manchester United – Aston Villa',
        venue: { name: 'Old Trafford', city: 'Manchester' },
        winner: 'home',
      })
      const events = match?.events as { minute: number; player?: string; type: string }[]
      expect(events).toHaveLength(17)
      expect(events.map(({ minute }) => minute)).toEqual(
        events.map(({ minute }) => minute).toSorted((a, b) => a - b),
      )
      expect(events.filter(({ type }) => ['goal', 'penalty'].includes(type))).toMatchObject([
        {
          type: 'goal',
          minute: 76,
          player: 'Amad',
          relatedPlayer: 'Bruno Fernandes',
          team: 'home',
        },
        { type: 'penalty', minute: 87, player: 'Christian Eriksen' },
      ])
    })

    it('should map the live match 18862020, which has no scores included', () => {
      const { data } = pagedLess(read('livescores/inplay-18862020.json'))
      const match = mapAll({ records: data, resource: 'matches' }).get('18862020')

      expect(match).toMatchObject({
        awayTeam: { externalId: '53' },
        homeTeam: { externalId: '734' },
        providerStatus: 'INPLAY_2ND_HALF',
        startsAt: '2023-12-03T12:00:00.000Z',
        state: 'live',
        title: 'St. Johnstone – Celtic',
        winner: null,
      })
      expect(match).not.toHaveProperty('homeScore')
      expect((match?.events as { player: string }[]).map(({ player }) => player)).toContain(
        'Callum McGregor',
      )
    })

    it('should map the first page between two dates: sides by location, more by page', () => {
      const body = pagedAnswerSchema.parse(read('fixtures/fixtures-between-page-1.json'))
      const matches = mapAll({ records: body.data, resource: 'matches' })

      expect(matches.size).toBe(25)
      expect(matches.get('18862862')).toMatchObject({ title: 'Hearts – Rangers' })
      expect(matches.get('18862000')).toMatchObject({ title: 'Rangers – St. Johnstone' })
      expect(new Set([...matches.values()].map(({ state }) => state))).toEqual(
        new Set(['scheduled']),
      )
      expect(nextCursor({ asked: undefined, pagination: body.pagination })).toEqual({
        page: 2,
        perPage: 25,
      })
    })

    it('should map every fixture of a team’s schedule', () => {
      const fixtures = fixturesIn(read('schedules/schedule-team-14-data.json'))
      const matches = mapAll({ records: fixtures, resource: 'matches' })

      expect(matches.size).toBe(67)
      expect(countBy([...matches.values()].map(({ providerStatus }) => providerStatus))).toEqual({
        AET: 1,
        FT: 58,
        FT_PEN: 3,
        NS: 5,
      })
      for (const fixture of fixtures) {
        const match = matches.get(String(fixture.id))!
        const [home, away] = String(fixture.name).split(' vs ')
        expect(match.title).toBe(`${home} – ${away}`)
        expect(match.startsAt).toBe(`${String(fixture.starting_at).replace(' ', 'T')}.000Z`)
      }
    })

    it('should keep shoot-outs out of the score and agree with the provider on the winner', () => {
      const fixtures = fixturesIn(read('schedules/schedule-team-14-data.json'))
      const matches = mapAll({ records: fixtures, resource: 'matches' })

      expect(matches.get('19127230')).toMatchObject({
        awayScore: 1,
        homeScore: 1,
        penalties: { away: 6, home: 7 },
        winner: 'home',
      })
      expect(matches.get('19335065')).toMatchObject({
        awayScore: 1,
        extraTime: { away: 0, home: 0 },
        homeScore: 1,
        penalties: { away: 5, home: 3 },
        winner: 'away',
      })
      for (const { id, result_info } of fixtures) {
        const { awayTeam, homeTeam, winner } = matches.get(String(id))!
        if (winner === 'draw') {
          expect(result_info).toMatch(/draw/i)
        } else if (winner) {
          const { stub } = (winner === 'home' ? homeTeam : awayTeam) as Reference
          expect(result_info).toContain(`${stub?.name as string} won`)
        } else {
          expect(result_info).toBeNull()
        }
      }
    })

    it('should hold extra time goals apart from those of 90 minutes', () => {
      const fixtures = fixturesIn(read('schedules/schedule-team-14-data.json'))
      const matches = [...mapAll({ records: fixtures, resource: 'matches' }).values()]
      const afterExtraTime = matches.filter(({ providerStatus }) => providerStatus === 'AET')

      expect(afterExtraTime).toHaveLength(1)
      for (const { awayScore, extraTime, fulltime, homeScore } of afterExtraTime as Scores[]) {
        expect(homeScore).toBe(fulltime.home + extraTime.home)
        expect(awayScore).toBe(fulltime.away + extraTime.away)
      }
    })

    it('should map all 585 seasons of 30 leagues', () => {
      const seasons = mapAll({
        records: read('seasons/seasons-2025-02-585-items.json'),
        resource: 'seasons',
      })
      const documents = [...seasons.values()]

      expect(seasons.size).toBe(585)
      expect(new Set(documents.map(({ league }) => idOf(league))).size).toBe(30)
      expect(documents.filter(({ isCurrent }) => isCurrent)).toHaveLength(29)
      expect(documents.every(({ year }) => typeof year === 'number')).toBe(true)
      expect(seasons.get('2')).toMatchObject({
        name: '2010/2011',
        endDate: '2011-05-22T12:00:00.000Z',
        isFinished: true,
        startDate: '2010-08-14T12:00:00.000Z',
        year: 2010,
      })
    })

    it('should map all recorded leagues, and read the newest pagination block', () => {
      const leagues = mapAll({
        records: read('leagues/leagues-2025-02-30-items.json'),
        resource: 'leagues',
      })
      const body = pagedAnswerSchema.parse(read('leagues/leagues-2026-08-free-plan.json'))

      expect(leagues.size).toBe(30)
      expect(countBy([...leagues.values()].map(({ type }) => type))).toEqual({
        cup: 7,
        league: 22,
        other: 1,
      })
      expect(mapAll({ records: body.data, resource: 'leagues' }).get('271')).toMatchObject({
        name: 'Superliga',
        type: 'league',
        country: { externalId: '320' },
      })
      expect(nextCursor({ asked: undefined, pagination: body.pagination })).toBeUndefined()
    })

    it('should map the fragments of countries, teams, players and old fixtures', () => {
      const teams = mapAll({ records: read('fragments/team.json'), resource: 'teams' })
      const countries = mapAll({ records: read('fragments/country.json'), resource: 'countries' })
      const fixtures = mapAll({ records: read('fragments/fixture.json'), resource: 'matches' })
      const players = read('fragments/player.json') as { id: number }[]
      const rows = players.map((player) => ({ id: 1, player, player_id: player.id, team_id: 53 }))

      expect(teams.get('53')).toMatchObject({ name: 'Celtic', founded: 1888, isNational: false })
      expect(countries.get('2')).toMatchObject({ name: 'Poland', code: 'PL' })
      expect(fixtures.get('216268')).toMatchObject({ title: 'Esbjerg vs OB' })
      expect(mapAll({ records: rows, resource: 'players' }).get('14')).toMatchObject({
        name: 'Daniel Agger',
        height: 191,
        position: 'defender',
      })
    })

    it('should refuse a recorded squad row without its player: there is nobody to store', () => {
      const [row] = read('fragments/team_squad.json') as unknown[]
      const { schema } = getResource({
        name: 'players',
        provider: sportmonks({ apiToken: 'none' }),
      })

      expect(schema.safeParse(row).success).toBe(false)
    })

    it.each([
      { kind: 'emptyAnswer', path: 'errors/no-results-http200.json', status: 200 },
      { kind: 'notFound', path: 'errors/endpoint-not-found-404.json', status: 404 },
      { kind: 'rateLimited', path: 'errors/rate-limit-429.json', status: 429 },
    ])('should find $kind in $path', ({ kind, path, status }) => {
      const answer = { body: read(path), headers: new Headers(), path: '/', status }

      expect(findFailure(answer)).toMatchObject({ kind })
    })

    it.each([
      { path: 'livescores/inplay-18862020.json', quota: { name: 'Fixture', remaining: 2754 } },
      {
        path: 'leagues/leagues-2026-08-free-plan.json',
        quota: { name: 'League', remaining: 2999 },
      },
      { path: 'errors/no-results-http200.json', quota: { name: 'Fixture', remaining: 2927 } },
    ])('should find no failure but the quota in $path', ({ path, quota }) => {
      const answer = { body: read(path), headers: new Headers(), path: '/', status: 200 }

      expect(readQuota(answer)).toMatchObject([quota])
    })
  })

type Goals = { away: number; home: number }
type Scores = { awayScore: number; extraTime: Goals; fulltime: Goals; homeScore: number }

const pagedLess = (body: unknown) => body as { data: unknown[] }

const countBy = (values: readonly unknown[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const value of values) {
    counts[String(value)] = (counts[String(value)] ?? 0) + 1
  }
  return counts
}
