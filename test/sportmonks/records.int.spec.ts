import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import type { Match } from '../../dev/emulator/world/types.js'
import type { SportmonksTest } from './createSportmonksTest.js'

import { createSportmonksTest } from './createSportmonksTest.js'

const HOUR_MS = 60 * 60_000

describe('what a season may bring', () => {
  let test: SportmonksTest

  const sync = (resource = 'matches') => test.sync({ resource })
  const matches = (): Match[] => [...test.emulator.world.matches.values()]
  /** How each page of the season was asked for: the first as it is, the others by a token. */
  const askedCursors = () =>
    test.emulator.requests
      .list()
      .filter(({ path }) => path === '/v3/football/fixtures')
      .map(({ query: { cursor, page } }) => ({ cursor, page }))
  const byToken = { cursor: expect.not.stringContaining('://') as string, page: undefined }
  const first = { cursor: undefined, page: undefined }
  const findTeam = async (id: number) =>
    (await test.find('teams')).find(({ externalId }) => externalId === String(id))!

  beforeAll(async () => {
    test = await createSportmonksTest({
      cursorStyle: 'url',
      files: ['2024-25/at.1'],
      now: '2024-08-01T12:00:00Z',
    })
  })

  afterEach(() => {
    test.emulator.faults.clear()
    test.emulator.records.reset()
  })

  afterAll(async () => {
    await test.close()
  })

  it('should follow a cursor that comes as a URL to the end of the season', async () => {
    const run = (await test.syncUpToMatches()).at(-1)

    expect(askedCursors()).toEqual([first, byToken, byToken, byToken])
    expect(run).toMatchObject({
      counts: { created: matches().length, fetched: matches().length },
      requests: 4,
      status: 'completed',
    })
    expect(await test.find('matches')).toHaveLength(matches().length)
  })

  it('should follow a cursor that comes as a token to the same matches', async () => {
    test.emulator.settings.cursorStyle = 'token'
    test.emulator.requests.clear()

    const run = await sync()

    expect(askedCursors()).toEqual([first, byToken, byToken, byToken])
    expect(run).toMatchObject({
      counts: { fetched: matches().length, unchanged: matches().length },
      requests: 4,
      status: 'completed',
    })
  })

  it('should store the rows of a page that repeats itself once', async () => {
    test.emulator.faults.add({ kind: 'duplicate', page: 2, path: '/football/fixtures' })
    const changed = matches()[60]!
    test.emulator.records.put({ id: changed.id, entity: 'fixture', patch: { state_id: 13 } })

    const run = await sync()

    expect(run).toMatchObject({
      counts: { created: 0, fetched: matches().length + 50, invalid: 0, updated: 1 },
      status: 'completed',
    })
    expect(await test.find('matches')).toHaveLength(matches().length)
    expect(await test.getMatch(changed.id)).toMatchObject({ providerStatus: 'TBA' })
  })

  it('should name the match that breaks its schema, store the others, and forgive it later', async () => {
    const broken = matches()[70]!
    test.emulator.records.put({ id: broken.id, entity: 'fixture', patch: { state_id: 'five' } })
    const before = await test.getMatch(broken.id)

    const run = await sync()

    expect(run).toMatchObject({
      counts: { fetched: matches().length, invalid: 1 },
      error: { code: 'RECORDS_INVALID' },
      status: 'partial',
    })
    expect(await test.find('syncIssues')).toMatchObject([
      { externalId: String(broken.id), kind: 'invalid', resource: 'matches', status: 'open' },
    ])
    expect(await test.getMatch(broken.id)).toEqual(before)

    test.emulator.records.reset()
    expect(await sync()).toMatchObject({ counts: { missing: 0 }, status: 'completed' })
    expect(await test.find('syncIssues')).toMatchObject([{ status: 'resolved' }])
  })

  it('should store a state that nobody knows as unknown, with the id it came as', async () => {
    const match = matches()[3]!
    test.emulator.records.put({ id: match.id, entity: 'fixture', patch: { state_id: 99 } })

    const run = await sync()

    expect(run).toMatchObject({ counts: { invalid: 0, updated: 1 }, status: 'completed' })
    expect(await test.getMatch(match.id)).toMatchObject({
      providerStatus: 'state 99',
      state: 'unknown',
    })
  })

  it('should keep the document of a placeholder team that becomes real under the same id', async () => {
    const { id, awayTeamId, homeTeamId } = matches()[5]!
    const [away, home] = await Promise.all([findTeam(awayTeamId), findTeam(homeTeamId)])
    const placeholder = { name: '2nd position Group A', placeholder: true }
    test.emulator.records.put({ id: homeTeamId, entity: 'team', patch: placeholder })
    await sync('teams')
    await sync()
    expect(await test.getMatch(id)).toMatchObject({
      title: `2nd position Group A – ${away.name as string}`,
    })

    test.emulator.records.reset()
    const teams = await sync('teams')
    await sync()

    expect(teams).toMatchObject({ counts: { created: 0, updated: 1 }, status: 'completed' })
    expect(await findTeam(homeTeamId)).toMatchObject({ id: home.id, name: home.name })
    expect(await test.getMatch(id)).toMatchObject({
      homeTeam: home.id,
      title: `${home.name as string} – ${away.name as string}`,
    })
  })

  it('should create a team that only a match names', async () => {
    const { id, awayTeamId } = matches()[5]!
    const unlisted = {
      id: 999_001,
      name: 'Harbour Guests',
      type: 'domestic',
      placeholder: false,
    }
    test.emulator.records.put({
      id,
      entity: 'fixture',
      patch: {
        participants: [
          { ...unlisted, meta: { location: 'home', position: null, winner: null } },
          {
            id: awayTeamId,
            name: 'Away',
            meta: { location: 'away', position: null, winner: null },
          },
        ],
      },
    })

    const run = await sync()

    const stub = await findTeam(999_001)
    expect(run).toMatchObject({ counts: { updated: 1 }, status: 'completed' })
    expect(stub).toMatchObject({ name: 'Harbour Guests' })
    expect(await test.getMatch(id)).toMatchObject({ homeTeam: stub.id })
  })

  it('should stop before the hour of one entity is spent, read others, and complete an hour later', async () => {
    const { settings } = test.emulator
    const before = settings.rateLimitPerHour
    test.clock.advance(HOUR_MS)
    settings.rateLimitPerHour = 2

    const spent = await sync()
    const teams = await sync('teams')
    test.clock.advance(HOUR_MS)
    settings.rateLimitPerHour = before
    const later = await sync()

    expect(spent).toMatchObject({
      // The second request of the hour is kept for live runs.
      counts: { fetched: 50, missing: 0 },
      error: {
        code: 'RATE_LIMITED',
        message:
          'Sportmonks was not asked for /football/fixtures: what is left of its quota "Fixture" is ' +
          'kept for live runs.',
      },
      requests: 1,
      status: 'failed',
    })
    expect(teams).toMatchObject({ status: 'completed' })
    expect(later).toMatchObject({ counts: { fetched: matches().length }, status: 'completed' })
  })
})
