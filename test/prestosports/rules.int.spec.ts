import { afterAll, beforeAll, expect, it } from 'vitest'

import type { PrestoTest } from './createPrestoTest.js'

import { findRecordings } from '../recordings/findRecordings.js'
import { createEvent, createPrestoTest, FINAL, GAME_ID, HOME_ID } from './createPrestoTest.js'

const [{ readText }] = findRecordings('prestosports') as [ReturnType<typeof findRecordings>[number]]

const PHANTOM_ID = 'phantomphantomp1'
const STARTS = new Date('2030-03-09T22:30:00Z')

let test: PrestoTest

const find = async (slug: string, externalId: string) =>
  (await test.find(slug)).find((document) => document.externalId === externalId)!

beforeAll(async () => {
  test = await createPrestoTest()
  test.set({
    event: createEvent(),
    // The same teams on the same day, in another time zone, and never played.
    others: [
      createEvent({
        eventId: PHANTOM_ID,
        startDateTime: '2030-03-09T23:30:00',
        timeZone: 'America/Chicago',
      }),
      createEvent({
        eventId: 'openopenopenope1',
        startDateTime: '2030-05-01T23:30:00',
        teams: { awayTeam: null, homeTeam: null },
      }),
    ],
    xml: null,
  })
  for (const resource of ['teams', 'players', 'matches']) {
    expect(await test.sync(resource)).toMatchObject({ error: null, status: 'completed' })
  }
})

afterAll(() => test.close())

it('should keep a game and its double apart, and the double hidden by an editor', async () => {
  const phantom = await find('collegeGames', PHANTOM_ID)
  await test.payload.update({ id: phantom.id, collection: 'collegeGames', data: { hidden: true } })

  const run = await test.sync('matches')

  expect(run).toMatchObject({ counts: { conflicts: 0, unchanged: 3 }, status: 'completed' })
  const games = await test.find('collegeGames')
  expect(games.map(({ externalId, hidden }) => [externalId, hidden])).toEqual([
    [GAME_ID, false],
    ['openopenopenope1', false],
    [PHANTOM_ID, true],
  ])
  const visited = await test.payload.find({
    collection: 'collegeGames',
    depth: 0,
    overrideAccess: false,
    sort: 'startsAt',
  })
  expect(visited.docs.map(({ startsAt }) => startsAt)).toEqual([
    STARTS.toISOString(),
    '2030-05-01T23:30:00.000Z',
  ])
})

it('should have a game without teams, and opponents that no list has', async () => {
  expect(await find('collegeGames', 'openopenopenope1')).toMatchObject({
    awayTeam: null,
    homeTeam: null,
    title: 'TBA at TBA',
  })
  expect((await test.find('collegeTeams')).map(({ name }) => name)).toEqual([
    'Harbour Owls',
    'Stone Tigers',
  ])
})

it('should have a second document for the same person under another id, and no coach', async () => {
  const before = await test.find('collegePlayers')
  test.server.setRoute(`/teams/${HOME_ID}/players`, {
    body: {
      data: [
        { careerId: 'c1', firstName: 'Cy', lastName: 'Dune', playerId: 'dunecydunecydu02' },
        { careerId: 'c1', firstName: 'Cy', lastName: 'Dune', playerId: 'dunecydunecydu01' },
        { firstName: 'Coach', lastName: 'Hill', playerId: '' },
      ],
    },
  })

  await test.sync('players')

  expect(before.map(({ externalId }) => externalId)).toEqual(['dunecydunecydu01'])
  expect(
    (await test.find('collegePlayers')).map(({ name, careerId, externalId }) => [
      externalId,
      name,
      careerId,
    ]),
  ).toEqual([
    ['dunecydunecydu01', 'Cy Dune', 'c1'],
    ['dunecydunecydu02', 'Cy Dune', 'c1'],
  ])
})

it('should take in stats as they arrive, and nothing back', async () => {
  const event = createEvent({ ...FINAL, score: { away: '1', home: '2' } })
  const whole = readText('boxscore-baseball-final.xml')
  const scores = whole.replaceAll(/<player .*?<\/player>/gs, '')
  const part = whole.replaceAll(/<(?:hitting|pitching|fielding) [^>]*>/g, (tag) =>
    tag.replace(/ .*/, '>'),
  )
  test.clock.set(new Date(STARTS.getTime() + 3 * 3_600_000))
  const syncAt = async (xml: null | string) => {
    test.clock.advance(120_000)
    test.set({ event, xml })
    const games = await test.sync('matches', 'live')
    const lines = await test.sync('boxScores', 'live')
    expect([games.status, lines.status]).toEqual(['completed', 'completed'])
    return await find('collegeGameStats', `${GAME_ID}:home:1:Cy Dune`)
  }

  expect(await syncAt(null)).toBeUndefined()
  expect(await find('collegeGames', GAME_ID)).toMatchObject({ homeScore: 2, lineScore: null })
  expect(await syncAt(scores)).toBeUndefined()
  expect(await find('collegeGames', GAME_ID)).toMatchObject({
    boxScoreComplete: false,
    homeLine: { runs: 2 },
  })
  expect(await syncAt(part)).toMatchObject({ batting: { atBats: null, hits: null } })
  expect(await syncAt(whole)).toMatchObject({ batting: { atBats: 4, hits: 2, walks: 0 } })

  test.clock.set(new Date(STARTS.getTime() + 4.5 * 3_600_000))
  expect(await find('collegeGames', GAME_ID)).toMatchObject({ boxScoreComplete: true })
  expect(await syncAt(scores)).toMatchObject({ batting: { atBats: 4, hits: 2, walks: 0 } })
  expect((await test.find('syncIssues')).map(({ message }) => message)).toEqual([])
})

it('should refuse a box score that is far too large, say so, and keep what is there', async () => {
  const event = createEvent({ ...FINAL, lastUpdatedDateTime: '2030-03-10T05:00:00' })
  const xml = readText('boxscore-baseball-final.xml')
  const whole = await find('collegeGames', GAME_ID)
  test.clock.advance(2 * 3_600_000)
  test.set({ event, xml: xml.replace('</bsgame>', `${'<note/>'.repeat(730_000)}</bsgame>`) })

  const run = await test.sync('matches')

  expect(run.status).not.toBe('completed')
  expect(JSON.stringify(run)).toMatch(/5[,. ]?000[,. ]?000|5 MB/)
  expect(await find('collegeGames', GAME_ID)).toMatchObject({ plays: whole.plays })
})

it('should store totals of the team and its players, and careers', async () => {
  const stats = { ab: '12', avg: '.250', h: '3', ip: '5.2', sv: '-' }
  const body = (data: unknown) => ({ body: { data } })
  test.server.setRoute(`/stats/teams/${HOME_ID}/stats`, ({ query }) =>
    body({ stats: query.options === 'HOME' ? { ab: '7' } : stats }),
  )
  test.server.setRoute(`/stats/teams/${HOME_ID}/record`, body({ overall: '7-8' }))
  test.server.setRoute(`/stats/teams/${HOME_ID}/events`, body([{ eventId: GAME_ID }]))
  test.server.setRoute(
    `/stats/teams/${HOME_ID}/players`,
    body([
      { firstName: 'Cy', lastName: 'Dune', playerId: 'dunecydunecydu01', stats },
      { firstName: 'Cy', lastName: 'Dune', playerId: 'dunecydunecydu02', stats: {} },
    ]),
  )
  test.server.setRoute(
    '/stats/player/dunecydunecydu01/career',
    body({ seasons: [{ player: { stats } }, { player: { stats } }] }),
  )
  test.server.setRoute('/stats/player/dunecydunecydu02/career', { status: 404 })

  expect(await test.sync('seasonStats')).toMatchObject({ error: null, status: 'completed' })

  expect(await test.find('collegeSeasonStats')).toMatchObject([
    { batting: { atBats: 24 }, externalId: 'career:dunecydunecydu01', pitching: { outs: 34 } },
    {
      batting: { atBats: 12, battingAverage: 0.25 },
      externalId: `player:${HOME_ID}:dunecydunecydu01`,
      kind: 'player',
      pitching: { inningsPitched: '5.2', outs: 17, saves: null },
    },
    {
      externalId: `team:${HOME_ID}`,
      record: { losses: 8, overall: '7-8', wins: 7 },
      seasonName: 'Baseball 2030',
      splits: { home: { ab: '7' } },
      stats,
    },
  ])
})

it('should say that the account has no access, and not sign in again for it', async () => {
  const signIns = () => test.server.requests.filter(({ path }) => path.startsWith('/auth/')).length
  await test.sync('teams')
  const before = signIns()
  test.server.setRoute(`/teams/${HOME_ID}/players`, {
    body: { message: 'Access denied for user: somebody' },
    status: 401,
  })

  const run = await test.sync('players')

  expect(run.status).not.toBe('completed')
  expect(JSON.stringify(run)).toContain('Access denied')
  expect(signIns()).toBe(before)
})
