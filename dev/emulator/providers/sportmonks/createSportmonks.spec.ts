import { describe, expect, it } from 'vitest'

import { jsonText, type Row } from '../../json.js'
import { startTestEmulator } from '../../startTestEmulator.js'

const FOOTBALL = '/v3/football'
const LAST_DAY = `${FOOTBALL}/fixtures/date/2025-05-25`

const idsOf = (rows: Row[]): unknown[] => rows.map(({ id }) => id)

describe('token', () => {
  it('should be asked for, and taken from the header or the query', async () => {
    const { emulator } = await startTestEmulator({ token: 'right' })
    const ask = async (query: string, headers: Record<string, string> = {}) => {
      const response = await fetch(`${emulator.url}${FOOTBALL}/leagues${query}`, { headers })
      return response.status
    }
    expect(await ask('')).toBe(401)
    expect(await ask('?api_token=wrong')).toBe(401)
    expect(await ask('?api_token=right')).toBe(200)
    expect(await ask('', { authorization: 'right' })).toBe(200)
  })
})

describe('paths', () => {
  it('should answer an unknown path with 404', async () => {
    const { get } = await startTestEmulator()
    for (const path of ['/v3/football/fixtures/seasons/1', '/v3/football/types', '/v4', '/']) {
      expect(await get(path)).toMatchObject({
        body: { message: 'The requested endpoint does not exist' },
        status: 404,
      })
    }
  })

  it('should answer every kind of single object and list', async () => {
    const { emulator, get } = await startTestEmulator()
    const { world } = emulator
    const [season] = [...world.seasons.values()]
    const [teamId = 0] = season?.teamIds ?? []
    const [player] = world.squadOf(teamId)
    const [country] = world.countries.keys()

    for (const path of [
      '/v3/core/countries',
      `/v3/core/countries/${country}`,
      '/v3/core/types',
      `${FOOTBALL}/leagues/${season?.leagueId}?include=country;seasons;currentSeason`,
      `${FOOTBALL}/seasons/${season?.id}?include=league;stages.rounds`,
      `${FOOTBALL}/seasons/teams/${teamId}`,
      `${FOOTBALL}/teams`,
      `${FOOTBALL}/teams/${teamId}?include=country;venue;players.player`,
      `${FOOTBALL}/teams/seasons/${season?.id}`,
      `${FOOTBALL}/players/${player?.id}?include=nationality;position`,
      `${FOOTBALL}/squads/teams/${teamId}?include=player.nationality`,
      `${FOOTBALL}/squads/seasons/${season?.id}/teams/${teamId}`,
      `${FOOTBALL}/schedules/seasons/${season?.id}`,
      `${FOOTBALL}/standings/seasons/${season?.id}?include=participant`,
      `${FOOTBALL}/states`,
    ]) {
      const answer = await get(path)
      expect({ data: 'data' in answer.body, path, status: answer.status }).toEqual({
        data: true,
        path,
        status: 200,
      })
    }
  })

  it('should answer 200 without data when there is nothing', async () => {
    const { get } = await startTestEmulator()
    for (const path of [
      `${FOOTBALL}/livescores/inplay`,
      `${FOOTBALL}/leagues/1`,
      `${FOOTBALL}/teams/seasons/1`,
      `${FOOTBALL}/fixtures?filters=fixtureSeasons:1`,
      `${FOOTBALL}/squads/teams/1`,
    ]) {
      const { body, status } = await get(path)
      expect(status).toBe(200)
      expect(Object.keys(body).sort()).toEqual([
        'message',
        'rate_limit',
        'subscription',
        'timezone',
      ])
      expect(body.message).toMatch(/^No result\(s\) found matching your request\./)
    }
  })

  it('should fetch at most 50 fixtures by id', async () => {
    const { emulator, get } = await startTestEmulator()
    const ids = [...emulator.world.matches.keys()].slice(0, 51)

    const { rows } = await get(`${FOOTBALL}/fixtures/multi/${ids.slice(0, 50).join()}`)
    expect(idsOf(rows())).toEqual(ids.slice(0, 50))
    expect((await get(`${FOOTBALL}/fixtures/multi/${ids.join()}`)).status).toBe(422)
  })

  it('should select fixtures of a window and a team', async () => {
    const { emulator, getAll } = await startTestEmulator()
    const window = `${FOOTBALL}/fixtures/between/2025-03-01/2025-05-25`
    const all = await getAll(`${window}?per_page=50`, 'next_page')
    const [teamId = 0] = emulator.world.teams.keys()
    const ofTeam = await getAll(`${window}/${teamId}?include=participants`, 'next_page')

    expect(all.every(({ starting_at: at }) => jsonText(at) >= '2025-03-01')).toBe(true)
    expect(all.every(({ starting_at: at }) => jsonText(at) < '2025-05-26')).toBe(true)
    expect(all.length).toBe(
      emulator.world.matchesBetween({
        from: Date.UTC(2025, 2, 1),
        to: Date.UTC(2025, 4, 26) - 1,
      }).length,
    )
    for (const { participants } of ofTeam) {
      expect(idsOf(participants as Row[])).toContain(teamId)
    }
  })

  it('should refuse windows of more than 100 days, and dates that are none', async () => {
    const { get } = await startTestEmulator()
    const between = `${FOOTBALL}/fixtures/between`

    expect((await get(`${between}/2025-01-01/2025-04-11`)).status).toBe(200)
    expect(await get(`${between}/2025-01-01/2025-05-05`)).toMatchObject({
      body: {
        errors: {
          dateRange: ['You requested a date range of 124 days. The maximum range is 100 days.'],
        },
      },
      status: 422,
    })
    expect((await get(`${between}/2025-02-30/2025-03-05`)).status).toBe(422)
    expect((await get(`${between}/2025-03-05/2025-03-01`)).status).toBe(422)
    expect((await get(`${between}/12/2025-03-01/2025-03-05`)).status).toBe(404)
  })
})

describe('filters', () => {
  it('should narrow by league, season, state and id', async () => {
    const { emulator, get } = await startTestEmulator()
    const cup = [...emulator.world.leagues.values()].find(({ code }) => code === 'uefa.cl')
    const [first, second] = [...emulator.world.seasons.keys()]

    const ofCup = await get(`${FOOTBALL}/fixtures?filters=fixtureLeagues:${cup?.id}`)
    expect(ofCup.rows().every((row) => row.league_id === cup?.id)).toBe(true)

    const ofSeasons = await get(`${FOOTBALL}/fixtures?filters=fixtureSeasons:${first},${second}`)
    expect(ofSeasons.rows().every((row) => [first, second].includes(Number(row.season_id)))).toBe(
      true,
    )

    const afterPenalties = await get(
      `${FOOTBALL}/fixtures?filters=fixtureLeagues:${cup?.id};fixtureStates:8`,
    )
    expect(afterPenalties.rows().every((row) => row.state_id === 8)).toBe(true)

    const [row] = (await get(`${FOOTBALL}/fixtures`)).rows().slice(-1)
    const later = await get(`${FOOTBALL}/fixtures?filters=idAfter:${Number(row?.id)}`)
    expect(later.rows().every(({ id }) => Number(id) > Number(row?.id))).toBe(true)

    const seasons = await get(`${FOOTBALL}/seasons?filters=seasonLeagues:${cup?.id}`)
    expect(seasons.rows()).toHaveLength(1)
  })

  it('should ignore unknown filters without a word', async () => {
    const { get } = await startTestEmulator()
    const filtered = await get('/v3/core/types?filters=typeIds:14,15')
    expect(filtered.rows()).toEqual((await get('/v3/core/types')).rows())
  })
})

describe('include and select', () => {
  it('should nest includes and limit their fields', async () => {
    const { get } = await startTestEmulator()
    const { rows } = await get(
      `${LAST_DAY}?include=events:minute,player_name;events.type;league.country`,
    )
    const [fixture] = rows()
    const [event] = fixture?.events as Row[]

    expect(Object.keys(event ?? {}).sort()).toEqual([
      'coach_id',
      'detailed_period_id',
      'fixture_id',
      'id',
      'minute',
      'participant_id',
      'period_id',
      'player_id',
      'player_name',
      'related_player_id',
      'sub_type_id',
      'type',
      'type_id',
    ])
    expect(event?.type).toMatchObject({ model_type: 'event' })
    expect(fixture?.league).toMatchObject({ name: 'Premier League', country: { name: 'England' } })
  })

  it('should select base fields, with ids', async () => {
    const { get } = await startTestEmulator()
    const { rows } = await get(`${FOOTBALL}/leagues?select=name`)
    expect(Object.keys(rows()[0] ?? {}).sort()).toEqual(['country_id', 'id', 'name', 'sport_id'])
  })

  it.each([
    ['include=nothing', 404, 5001],
    ['include=events.nothing', 404, 5001],
    ['include=odds', 403, 5002],
    ['include=events.player.country.continent', 400, 5008],
    ['include=events;%20scores', 400, undefined],
    ['select=nothing', 400, 5006],
  ])('should refuse %s with %i', async (query, status, code) => {
    const { get } = await startTestEmulator()
    const answer = await get(`${LAST_DAY}?${query}`)

    expect({ code: answer.body.code, status: answer.status }).toEqual({ code, status })
    expect(answer.body).not.toHaveProperty('rate_limit')
  })
})

describe('a match on the wire', () => {
  const get90 = async () => {
    const test = await startTestEmulator({ now: '2025-05-25T15:59:00Z' })
    const { rows } = await test.get(`${LAST_DAY}?include=participants;scores;state;events;periods`)
    const id = Number(rows()[0]?.id)
    const match = test.emulator.world.matches.get(id)
    const at = async (minutes: number): Promise<Row> => {
      test.emulator.clock.set(new Date((match?.startsAt ?? 0) + minutes * 60_000))
      const { body } = await test.get(
        `${FOOTBALL}/fixtures/${id}?include=participants;scores;state;events;periods`,
      )
      return body.data as Row
    }
    return { ...test, id, at, match }
  }
  const winners = ({ participants }: Row) =>
    (participants as { meta: Row }[]).map(({ meta }) => meta.winner)

  it('should kick off, be live, and end with its real score', async () => {
    const { id, at, get, match } = await get90()
    const live = async () => {
      const { body } = await get(`${FOOTBALL}/livescores/inplay`)
      return idsOf((body.data ?? []) as Row[])
    }

    const before = await at(-1)
    expect(before).toMatchObject({
      events: [],
      result_info: null,
      scores: [],
      state: { state: 'NS' },
    })
    expect(winners(before)).toEqual([null, null])
    expect(await live()).not.toContain(id)

    const during = await at(10)
    expect(during).toMatchObject({
      periods: [{ ticking: true }],
      state: { state: 'INPLAY_1ST_HALF' },
    })
    expect(await live()).toContain(id)

    const after = await at(180)
    const current = (after.scores as Row[]).filter(({ description }) => description === 'CURRENT')
    const goals = Object.fromEntries(
      current.map(({ score }) => [(score as Row).participant, (score as Row).goals]),
    )
    expect(goals).toEqual(match?.result?.fullTime)
    expect(after).toMatchObject({ state: { state: 'FT' } })
    expect(winners(after).every((winner) => typeof winner === 'boolean')).toBe(true)
    expect(await live()).not.toContain(id)
  })

  it('should list the away team first now and then, and events out of order', async () => {
    const { getAll } = await startTestEmulator()
    const rows = await getAll(
      `${FOOTBALL}/fixtures/between/2025-03-01/2025-05-25?include=participants;events&per_page=50`,
      'next_page',
    )
    const awayFirst = rows.filter(
      ({ participants }) => (participants as { meta: Row }[])[0]?.meta.location === 'away',
    )
    expect(awayFirst.length / rows.length).toBeGreaterThan(0.02)
    expect(awayFirst.length / rows.length).toBeLessThan(0.2)

    const isOrdered = ({ events }: Row) =>
      (events as Row[]).every(
        ({ minute }, index, all) => index === 0 || Number(minute) >= Number(all[index - 1]?.minute),
      )
    expect(rows.filter(isOrdered).length).toBeLessThan(rows.length / 4)
  })

  it('should keep the shoot-out and extra time apart from the score', async () => {
    const { emulator, get } = await startTestEmulator()
    const match = [...emulator.world.matches.values()].find(({ result }) => result?.penalties)
    const { body } = await get(`${FOOTBALL}/fixtures/${match?.id}?include=scores`)
    const { scores, state_id: stateId } = body.data as { scores: Row[]; state_id: number }
    const home = (description: string) =>
      scores.find(
        (row) => row.description === description && (row.score as Row).participant === 'home',
      )?.score

    expect(stateId).toBe(8)
    expect(home('CURRENT')).toMatchObject({ goals: match?.result?.extraTime?.home })
    expect(home('2ND_HALF')).toMatchObject({ goals: match?.result?.fullTime.home })
    expect(home('PENALTY_SHOOTOUT')).toMatchObject({ goals: match?.result?.penalties?.home })
  })
})

describe('rate limit', () => {
  it('should run out per entity, and start anew when the hour is over', async () => {
    const { emulator, get } = await startTestEmulator({ rateLimitPerHour: 2 })

    const first = await get(`${FOOTBALL}/leagues`)
    expect(first.body.rate_limit).toEqual({
      remaining: 1,
      requested_entity: 'League',
      resets_in_seconds: 3600,
    })
    expect(first.headers.get('x-ratelimit-remaining')).toBe('1')
    emulator.clock.advance(600_000)
    expect((await get(`${FOOTBALL}/leagues/1`)).body.rate_limit).toMatchObject({
      remaining: 0,
      resets_in_seconds: 3000,
    })

    const refused = await get(`${FOOTBALL}/leagues`)
    expect(refused).toMatchObject({
      body: {
        message: 'Rate limit of 2 requests per hour exceeded.',
        rate_limit: { remaining: 0, resets_in: '50:00', total: 2 },
        retry_after: 3000,
      },
      status: 429,
    })
    expect(refused.headers.get('retry-after')).toBe('3000')
    expect((await get(`${FOOTBALL}/states`)).status).toBe(200)

    emulator.clock.advance(3_000_000)
    expect((await get(`${FOOTBALL}/leagues`)).status).toBe(200)
  })

  it('should not count refusals', async () => {
    const { get } = await startTestEmulator()
    await get(`${FOOTBALL}/leagues?include=nothing`)
    expect((await get(`${FOOTBALL}/leagues`)).body.rate_limit).toMatchObject({ remaining: 2999 })
  })
})
