import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { JsonObject, Resource, SyncDocument } from '../../../src/sdk/index.js'
import type { RunDetails } from '../../../src/sync/store/runs/read/findRun.js'
import type { Recordings } from '../../recordings/findRecordings.js'
import type { StoredDocument } from '../createFootballProject.js'
import type { ApiFootballTest } from './createApiFootballTest.js'

import { isSameInMatch, SPELT_IN_MATCH } from '../../../src/content/soccer/index.js'
import { isReference, readPath } from '../../../src/sdk/index.js'
import { createAnswer } from '../../fixtures/api-football/createAnswer.js'
import { createLeagueRow } from '../../fixtures/api-football/createLeagueRow.js'
import { findRecordings } from '../../recordings/findRecordings.js'
import { createApiFootballTest } from './createApiFootballTest.js'

type Row = {
  fixture: { id: number }
  teams: Record<'away' | 'home', { id: number; name: string }>
}

type Series = {
  league: number
  /** How many matches each file adds and changes, spellings of names left aside. */
  moves: readonly { created: number; updated: number }[]
  /** Another name under the same id. */
  renamed: { id: string; name: string }
  teams: number
}

const FILES = [
  '1-2024-06-16',
  '2-2024-06-18',
  '3-2024-06-21',
  '4-2024-06-28',
  '5-2024-06-29',
  '6-2024-07-18',
  '7-2025-07-01',
]

const SERIES: Record<Recordings['name'], Series> = {
  recorded: {
    league: 4,
    moves: [
      { created: 36, updated: 0 },
      { created: 0, updated: 5 },
      { created: 0, updated: 18 },
      { created: 8, updated: 18 },
      { created: 0, updated: 4 },
      { created: 7, updated: 6 },
      // A year later all 51 have another spelling of the referee, and 30 another name of the ground.
      { created: 0, updated: 30 },
    ],
    renamed: { id: '777', name: 'Türkiye' },
    teams: 24,
  },
  reduced: {
    league: 9101,
    moves: [
      { created: 2, updated: 0 },
      { created: 0, updated: 1 },
      { created: 0, updated: 2 },
      { created: 2, updated: 1 },
      { created: 0, updated: 1 },
      { created: 1, updated: 1 },
      { created: 0, updated: 2 },
    ],
    renamed: { id: '9203', name: 'Fort Saffron' },
    teams: 9,
  },
}

/** Fields in which the provider goes back and forth between two spellings. */
const UNSTEADY: readonly string[] = SPELT_IN_MATCH

/** The same list, recorded seven times; each step is synced on top of the one before. */
describe.each(findRecordings('api-football'))('seven syncs of a $name cup', ({ name, read }) => {
  const { league, moves, renamed, teams: teamCount } = SERIES[name]
  let before: Map<string, SyncDocument> = new Map()
  let now: Map<string, SyncDocument>
  let rows: Row[]
  let run: RunDetails
  let stored: StoredDocument[]
  let test: ApiFootballTest

  beforeAll(async () => {
    test = await createApiFootballTest({
      now: '2024-06-16T12:00:00Z',
      options: { leagues: [league], seasons: [2024] },
    })
    const euro = createLeagueRow({
      id: league,
      name: 'Euro Championship',
      seasons: [{ current: true, end: '2024-07-14', start: '2024-06-14', year: 2024 }],
    })
    test.server.setRoute('/countries', createAnswer({ rows: [euro.country] }))
    test.server.setRoute('/leagues', createAnswer({ rows: [euro] }))
    for (const resource of ['countries', 'leagues', 'seasons']) {
      await test.sync({ resource })
    }
  })

  afterAll(async () => {
    await test.close()
  })

  const resource = (): Resource => test.provider.resources.get('matches')!

  /** What the recording says, in the words of the collection. */
  const mapRows = (): Map<string, SyncDocument> =>
    new Map(
      rows.map((row) => {
        const parsed = resource().schema.parse(row)
        return [resource().externalId(parsed), resource().map(parsed, { scope: {} })]
      }),
    )

  const steps = FILES.map((file, index) => ({ file, ...moves[index]! }))

  describe.each(steps)('step $file', ({ created, file, updated }) => {
    beforeAll(async () => {
      const recording = read(`series-euro-2024/${file}.json`) as { response: Row[] }
      rows = recording.response
      test.clock.set(new Date(`${file.slice(2)}T22:00:00Z`))
      test.server.setRoute('/fixtures', { body: recording })
      // The list of teams was not recorded; the names in the matches are of the same day.
      const teams = new Map(
        rows.flatMap(({ teams: { away, home } }) => [away, home]).map((team) => [team.id, team]),
      )
      const teamRows = [...teams.values()].map((team) => ({ team }))
      test.server.setRoute('/teams', createAnswer({ rows: teamRows }))
      await test.sync({ resource: 'teams' })
      before = now ?? before
      now = mapRows()
      test.takeWrites()
      run = await test.sync({ resource: 'matches' })
      stored = await test.find('matches')
    })

    it('should complete, and lose and double no match', async () => {
      expect(run).toMatchObject({
        counts: { conflicts: 0, fetched: rows.length, invalid: 0, missing: 0 },
        error: null,
        requests: 1,
        status: 'completed',
      })
      expect(stored.map(({ externalId }) => externalId).toSorted()).toEqual(
        rows.map(({ fixture: { id } }) => String(id)).toSorted(),
      )
      expect(await test.find('syncIssues')).toEqual([])
    })

    it('should store every match as the recording tells it', async () => {
      const ids = new Map<string, number | string>(
        (
          await Promise.all(
            (['leagues', 'seasons', 'teams'] as const).map(async (key) =>
              (await test.find(key)).map(
                ({ id, externalId }) => [`${key}/${externalId}`, id] as const,
              ),
            ),
          )
        ).flat(),
      )
      for (const match of stored) {
        const said = Object.entries(now.get(match.externalId)!).filter(
          ([field]) => !isUnsteady(field),
        )
        const expected = said.map(([field, value]) => [
          field,
          isReference(value) ? ids.get(`${value.resource}/${value.externalId}`) : value,
        ])
        expect(match).toMatchObject(Object.fromEntries(expected) as Record<string, unknown>)
        expect(match).toMatchObject({
          provider: 'api-football',
          season: ids.get(`seasons/${league}:2024:2024-06-14`),
        })
      }
    })

    it('should follow teams that are renamed under the same id', async () => {
      const names = new Map((await test.find('teams')).map(({ id, name }) => [id, name]))

      for (const { awayTeam, externalId, homeTeam, title } of stored) {
        const { teams } = rows.find(({ fixture }) => String(fixture.id) === externalId)!
        expect(names.get(homeTeam as number)).toBe(teams.home.name)
        expect(names.get(awayTeam as number)).toBe(teams.away.name)
        expect(title).toBe(`${teams.home.name} – ${teams.away.name}`)
      }
    })

    it('should write as many documents as matches really changed', () => {
      const changed = [...now].filter(
        ([id, document]) =>
          before.has(id) &&
          (toCompared(before.get(id)!) !== toCompared(document) ||
            UNSTEADY.some((field) => isOther({ before: before.get(id)!, document, field }))),
      )

      expect([now.size - before.size, changed.length]).toEqual([created, updated])
      expect(run.counts).toMatchObject({
        created,
        unchanged: rows.length - created - updated,
        updated,
      })
      expect(test.takeWrites()).toEqual(Array.from({ length: created + updated }, () => 'matches'))
    })
  })

  it('should have kept the teams through it, one of another name under its id', async () => {
    const teams = await test.find('teams')

    expect(teams).toHaveLength(teamCount)
    expect(teams.find(({ externalId }) => externalId === renamed.id)).toMatchObject({
      name: renamed.name,
    })
  })
})

/** A document as text, in which an unsteady field only tells whether it is there. */
const toCompared = (document: SyncDocument, path = ''): string =>
  JSON.stringify(
    Object.entries(document).map(([key, value]) => {
      const at = path ? `${path}.${key}` : key
      if (UNSTEADY.includes(at)) {
        return [at, value !== null]
      }
      return [at, isGroup(value) ? toCompared(value, at) : value]
    }),
  )

type IsOtherArgs = { before: SyncDocument; document: SyncDocument; field: string }

/** Whether an unsteady field says something else, and not the same in another spelling. */
const isOther = ({ before, document, field }: IsOtherArgs): boolean => {
  const path = field.split('.')
  const [a, b] = [before, document].map((row) => readPath({ path, row }))
  return (
    typeof a === 'string' &&
    typeof b === 'string' &&
    a !== b &&
    !isSameInMatch({ before: a, document: document as JsonObject, field, now: b })
  )
}

const isGroup = (value: unknown): value is SyncDocument =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isUnsteady = (field: string): boolean =>
  UNSTEADY.some((path) => path === field || path.startsWith(`${field}.`))
