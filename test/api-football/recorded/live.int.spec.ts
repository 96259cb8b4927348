import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { RunDetails } from '../../../src/sync/store/runs/read/findRun.js'
import type { Recordings } from '../../recordings/findRecordings.js'
import type { StoredDocument } from '../createFootballProject.js'
import type { ApiFootballTest } from './createApiFootballTest.js'

import { createAnswer, createRefusal } from '../../fixtures/api-football/createAnswer.js'
import { findRecordings } from '../../recordings/findRecordings.js'
import { createApiFootballTest } from './createApiFootballTest.js'

type Goals = { away: null | number; home: null | number }

type Row = {
  events?: unknown[]
  fixture: { id: number; status: { elapsed: number; short: string } }
  goals: Goals
  score: Record<'extratime' | 'fulltime' | 'halftime' | 'penalty', Goals>
  teams: Record<'away' | 'home', { winner: boolean | null }>
}

const NONE: Goals = { away: null, home: null }

/** How many matches are in each state: 1H, HT, 2H and ET. */
const STATES: Record<Recordings['name'], number[]> = {
  recorded: [126, 12, 107, 1],
  reduced: [3, 1, 3, 1],
}

/** One answer with all that was on in the world on a Saturday, and then the whistle. */
describe.each(findRecordings('api-football'))('a live sync of $name matches', ({ name, read }) => {
  let rows: Row[]
  let run: RunDetails
  let stored: Map<string, StoredDocument>
  let test: ApiFootballTest

  const sync = async () => {
    run = await test.sync({ mode: 'live', resource: 'matches' })
    stored = new Map((await test.find('matches')).map((match) => [match.externalId, match]))
  }
  const of = (short: string) => rows.filter(({ fixture: { status } }) => status.short === short)
  const storedAs = ({ fixture: { id } }: Row) => stored.get(String(id))

  beforeAll(async () => {
    test = await createApiFootballTest({ now: '2024-05-11T13:40:00Z' })
    const recording = read('live/live-all-2024-05-11-246-matches.json') as {
      response: Row[]
    }
    rows = recording.response
    test.server.setRoute('/fixtures', { body: recording })
    await sync()
  })

  afterAll(async () => {
    await test.close()
  })

  it('should store all of them out of one answer, with leagues and teams nobody listed yet', async () => {
    expect(run).toMatchObject({
      counts: { created: rows.length, fetched: rows.length, invalid: 0 },
      error: null,
      // The list; nothing has left it.
      requests: 1,
      status: 'completed',
    })
    expect(await test.find('syncIssues')).toEqual([])
    expect(await test.find('teams')).toHaveLength(2 * rows.length)
  })

  it('should store each with its state, score and events, and without a winner', () => {
    expect([of('1H'), of('HT'), of('2H'), of('ET')].map(({ length }) => length)).toEqual(
      STATES[name],
    )
    for (const row of rows) {
      const { elapsed, short } = row.fixture.status
      expect(storedAs(row)).toMatchObject({
        awayScore: row.goals.away,
        extraTime: row.score.extratime,
        fulltime: row.score.fulltime,
        homeScore: row.goals.home,
        minute: short === 'HT' ? null : elapsed,
        penalties: NONE,
        providerStatus: short,
        state: 'live',
        winner: null,
      })
      expect(storedAs(row)?.events).toHaveLength(row.events!.length)
    }
  })

  it('should not store the mirror of a first half as the half-time result', () => {
    for (const row of of('1H')) {
      expect(row.score.halftime).toEqual(row.goals)
      expect(storedAs(row)?.halftime).toEqual(NONE)
    }
    for (const row of [...of('HT'), ...of('2H'), ...of('ET')]) {
      expect(storedAs(row)?.halftime).toEqual(row.score.halftime)
    }
  })

  it('should write nothing while nothing happens', async () => {
    test.takeWrites()

    await sync()

    expect(run.counts).toMatchObject({ unchanged: rows.length, updated: 0 })
    expect(test.takeWrites()).toEqual([])
  })

  it('should change nothing when the list is refused with status 200', async () => {
    const before = stored
    test.server.setRoute('/fixtures', createRefusal({ requests: 'Limit of the day.' }))

    await sync()

    expect(run).toMatchObject({ error: { code: 'RATE_LIMITED' }, status: 'failed' })
    expect(stored).toEqual(before)
  })

  it('should ask by their ids for those that left the list, one by one where the plan wants it', async () => {
    const [draw, won, single, ...others] = rows
    const whistle = (row: Row): Row => ({
      ...row,
      fixture: { ...row.fixture, status: { ...row.fixture.status, elapsed: 90, short: 'FT' } },
      goals: { away: 0, home: row === draw ? 0 : 2 },
      score: { ...row.score, fulltime: { away: 0, home: row === draw ? 0 : 2 } },
      teams: {
        away: { ...row.teams.away, winner: row === draw ? null : false },
        home: { ...row.teams.home, winner: row === draw ? null : true },
      },
    })
    const over = new Map([draw!, won!].map((row) => [String(row.fixture.id), whistle(row)]))
    test.server.setRoute('/fixtures', ({ query }) => {
      if (query.live) {
        return createAnswer({ rows: [single, ...others] })
      }
      return query.ids
        ? createRefusal({ plan: 'Free plans do not have access to the Ids parameter.' })
        : createAnswer({ rows: [over.get(query.id!)] })
    })

    await sync()

    expect(run).toMatchObject({
      counts: { fetched: rows.length, updated: 2 },
      error: null,
      requests: 4,
      status: 'completed',
    })
    expect(storedAs(draw!)).toMatchObject({ minute: null, state: 'finished', winner: 'draw' })
    expect(storedAs(won!)).toMatchObject({ homeScore: 2, state: 'finished', winner: 'home' })
    expect(storedAs(single!)).toMatchObject({ state: 'live', winner: null })
  })

  it('should leave the events alone that a later answer does not bring', async () => {
    const row = rows.find(({ events }) => (events?.length ?? 0) > 4)!
    const before = storedAs(row)!
    const { events: _events, ...bare } = row
    test.server.setRoute('/fixtures', ({ query }) =>
      createAnswer({ rows: query.live ? [{ ...bare, goals: { away: 7, home: 7 } }] : [] }),
    )

    await sync()

    expect(storedAs(row)).toMatchObject({ awayScore: 7, events: before.events })
    // The other matches left the list, and nobody answered for them.
    expect(run).toMatchObject({ error: { code: 'NOT_FOUND' }, status: 'partial' })
    expect([...stored.values()].filter(({ state }) => state === 'live')).toHaveLength(
      rows.length - 2,
    )
  })
})
