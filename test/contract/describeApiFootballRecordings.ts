import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

import type { MatchDocument } from '../../src/content/soccer/index.js'
import type { SyncDocument } from '../../src/sdk/index.js'

import { answerSchema } from '../../src/providers/api-football/http/answerSchema.js'
import { findFailure } from '../../src/providers/api-football/http/findFailure.js'
import { apiFootball } from '../../src/providers/api-football/index.js'
import { readRecording, RECORDINGS } from '../recordings/readRecording.js'
import { getResource } from './readResource.js'

const rowsOf = (path: string): unknown[] => {
  const body = readRecording(path)
  // Some were recorded without their envelope.
  return Array.isArray(body) ? body : answerSchema.parse(body).response
}

type MapAllArgs = { records: readonly unknown[]; resource: string }

/** Puts recorded records through a resource; one that does not fit fails the test. */
const mapAll = ({ records, resource: name }: MapAllArgs): Map<string, SyncDocument> => {
  const resource = getResource({ name, provider: apiFootball({ apiKey: 'none' }) })
  return new Map(
    records.map((record) => {
      const parsed = resource.schema.parse(record)
      return [resource.externalId(parsed), resource.map(parsed, { scope: {} })]
    }),
  )
}

const FIXTURES: readonly (readonly [path: string, count: number])[] = [
  ['fixtures/bundesliga-2023-ns-pst.json', 71],
  ['fixtures/epl-2022-tz-sao-paulo-response-only.json', 380],
  ['fixtures/epl-2023-tz-sao-paulo-response-only.json', 380],
  ['fixtures/fa-cup-2023-879.json', 879],
  ['fixtures/head-to-head.json', 8],
  ['live/live-all-2024-05-11-246-matches.json', 246],
  ['series-euro-2024/1-2024-06-16.json', 36],
  ['series-euro-2024/7-2025-07-01.json', 51],
]

/** Every team in a recording that its author put into another order. */
const teamsIn = (value: unknown): unknown[] => {
  if (typeof value !== 'object' || value === null) {
    return []
  }
  return 'team' in value && 'venue' in value ? [value] : Object.values(value).flatMap(teamsIn)
}

type RecordedFixture = {
  fixture: { id: number; status: { short: string }; timestamp: number }
  goals: { away: number; home: number }
  teams: Record<'away' | 'home', { id: number; name: string; winner: boolean | null }>
}

/** Tests against the recordings. Call it only where they are. */
export const describeApiFootballRecordings = () =>
  describe('api-football recordings', () => {
    it('should take every recorded body for what it is: a whole list, or a failure', () => {
      const paths = readdirSync(RECORDINGS, { encoding: 'utf8', recursive: true })
      const bodies = paths
        .filter((path) => path.endsWith('.json'))
        .map((path) => ({ body: readRecording(path), path }))
        .filter(({ body }) => typeof body === 'object' && body !== null && 'errors' in body)

      const failures = bodies.filter(({ body }) =>
        findFailure({ body, headers: new Headers(), path: '/', status: 200 }),
      )
      const unfit = bodies.filter(({ body }) => !answerSchema.safeParse(body).success)

      expect(bodies.length).toBeGreaterThan(30)
      expect(failures.every(({ path }) => path.startsWith('errors/'))).toBe(true)
      expect(failures).toHaveLength(4)
      // The one answer that is no list, and is not read.
      expect(unfit.map(({ path }) => path).toSorted()).toEqual(
        [...failures.map(({ path }) => path), 'teams/team-statistics-2021.json'].toSorted(),
      )
    })

    it.each([
      ['errors/injuries-validation.json', 'requestRefused'],
      ['errors/missing-parameter.json', 'requestRefused'],
      ['errors/rate-limit-minute-http200.json', 'rateLimited'],
      ['errors/venues-validation.json', 'requestRefused'],
    ])('should find the failure in %s', (path, kind) => {
      const answer = { body: readRecording(path), headers: new Headers(), path: '/', status: 200 }

      expect(findFailure(answer)).toMatchObject({ kind })
    })

    it.each(FIXTURES)('should map every fixture of %s: %i', (path, count) => {
      const rows = rowsOf(path) as RecordedFixture[]
      const matches = mapAll({ records: rows, resource: 'matches' })

      expect(matches.size).toBe(count)
      for (const { fixture, goals, teams } of rows) {
        const match = matches.get(String(fixture.id)) as MatchDocument
        expect(match).toMatchObject({
          awayScore: goals.away,
          awayTeam: { externalId: String(teams.away.id) },
          homeScore: goals.home,
          homeTeam: { externalId: String(teams.home.id) },
          providerStatus: fixture.status.short,
          title: `${teams.home.name} – ${teams.away.name}`,
        })
        expect(match.state).not.toBe('unknown')
        expect(Date.parse(match.startsAt!)).toBe(fixture.timestamp * 1000)
        if (match.state === 'finished') {
          const lead = goals.home - goals.away
          const byFlags = teams.home.winner ? 'home' : teams.away.winner ? 'away' : 'draw'
          expect(match.winner).toBe(byFlags)
          expect(match.winner === 'draw' ? lead : 0).toBe(0)
          expect(goals).toEqual({
            away: match.fulltime!.away! + (match.extraTime!.away ?? 0),
            home: match.fulltime!.home! + (match.extraTime!.home ?? 0),
          })
        } else {
          expect(match.winner).toBeNull()
        }
      }
    })

    it('should map kick-offs that were asked for in another time zone to the same moment', () => {
      const [first] = rowsOf('fixtures/epl-2022-tz-sao-paulo-response-only.json') as {
        fixture: { date: string }
      }[]
      const [match] = mapAll({ records: [first], resource: 'matches' }).values()

      expect(first?.fixture.date).toContain('-03:00')
      expect(match?.startsAt).toBe(new Date(first!.fixture.date).toISOString())
    })

    it('should map all 178 recorded teams, also those of 2021 that have no code', () => {
      const rows = [
        ...teamsIn(readRecording('teams/teams-by-league-regrouped.json')),
        ...rowsOf('teams/teams-search-manchester.json'),
        ...rowsOf('teams/teams-name-arsenal-2021.json'),
      ]

      expect(rows).toHaveLength(178)
      expect(mapAll({ records: rows, resource: 'teams' }).size).toBe(157)
    })

    it('should map the recorded players and squad', () => {
      const players = mapAll({
        records: [
          ...rowsOf('players/players-bundesliga-2022-page.json'),
          ...rowsOf('players/top-scorers-bundesliga-2023.json'),
        ],
        resource: 'players',
      })
      const [squad] = rowsOf('players/squad-leipzig.json') as {
        players: unknown[]
        team: unknown
      }[]
      const ofSquad = mapAll({
        records: squad!.players.map((player) => ({ player, team: squad!.team })),
        resource: 'players',
      })

      expect(players.size).toBe(40)
      expect(players.get('7')).toMatchObject({
        name: 'A. Diallo',
        dateOfBirth: '1996-05-04T12:00:00.000Z',
        height: 187,
        nationality: { externalId: 'Senegal' },
        weight: 79,
      })
      expect(ofSquad.size).toBe(squad!.players.length)
      expect(ofSquad.get('1139')).toMatchObject({
        name: 'P. Gulácsi',
        position: 'goalkeeper',
        shirtNumber: 1,
        team: { externalId: '173' },
      })
    })

    it('should note the goals of 246 live matches, own goals too, for the side that has them', () => {
      const rows = rowsOf('live/live-all-2024-05-11-246-matches.json')
      const matches = [...mapAll({ records: rows, resource: 'matches' }).values()]
      const isTold = ({ awayScore, events = [], homeScore }: MatchDocument): boolean => {
        const goals = (events ?? []).filter(({ type }) =>
          ['goal', 'ownGoal', 'penalty'].includes(type),
        )
        const of = (side: string) => goals.filter(({ team }) => team === side).length
        return of('away') === awayScore && of('home') === homeScore
      }
      const own = (matches as MatchDocument[]).filter(({ events }) =>
        events?.some(({ type }) => type === 'ownGoal'),
      )

      expect(own).toHaveLength(7)
      expect(own.every(isTold)).toBe(true)
      // Three matches have more goals than events.
      expect((matches as MatchDocument[]).filter((match) => !isTold(match))).toHaveLength(3)
    })
  })
