import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'

import type { GomafiaTest } from './createGomafiaTest.js'

import { createGomafiaTest } from './createGomafiaTest.js'
import { withoutMark } from './withoutMark.js'

const HOUR_MS = 60 * 60 * 1000
const PLAYERS = 25

describe('pages that break, and no other way to their data', () => {
  let test: GomafiaTest

  /** What was asked of the site since the last call: what for, in which build, and its answer. */
  const takePages = () => {
    const { requests } = test.emulator
    const pages = requests.list().map(({ path, status }) => {
      const [, build, data] = /^\/gomafia\/_next\/data\/([^/]+)(\/.*)\.json$/.exec(path) ?? []
      return { build, page: data ?? path.replace('/gomafia', ''), status }
    })
    requests.clear()
    return pages
  }

  /** The site is deployed anew between two requests, when its build was looked at so often. */
  const deployAfter = (looks: number): void => {
    let looked = 0
    Object.defineProperty(test.emulator.gomafia, 'buildId', {
      configurable: true,
      get: () => ((looked += 1) > looks ? 'second-build' : 'first-build'),
    })
  }

  /** Of what the site said; that it names clubs nobody has read is none of it. */
  const findInvalid = async () => {
    const { docs } = await test.payload.find({
      collection: 'syncIssues',
      sort: 'externalId',
      where: { kind: { equals: 'invalid' } },
    })
    return docs
  }

  beforeAll(async () => {
    test = await createGomafiaTest({
      options: { sources: ['pageData'], wholeHistory: false },
      world: { players: PLAYERS, tournaments: 3 },
    })
  })

  afterAll(() => test.close())

  it('should survive a deployment in mid-run: one page is read for the build that is gone', async () => {
    const { world } = test.emulator.gomafia
    // The rating as a page, and ten players; the eleventh is asked for in a build that is gone.
    deployAfter(11)

    const { counts, error, status, ways } = await test.sync({ resource: 'players' })

    expect({ ...counts, error, status }).toMatchObject({
      created: PLAYERS,
      error: null,
      invalid: 0,
      status: 'completed',
    })
    const [robots, rating, ...pages] = takePages()
    expect([robots, rating].map((asked) => asked?.page)).toEqual(['/robots.txt', '/rating'])
    const isLost = ({ status: answered }: { status: null | number }) => answered === 404
    const at = pages.findIndex(isLost)
    expect(pages.filter(isLost)).toHaveLength(1)
    expect(pages.slice(0, at).map(({ build }) => build)).toEqual(
      Array.from({ length: at }, () => 'first-build'),
    )
    expect(at).toBe(10)
    // The page itself, which names the new build; all that follows is asked for in that.
    const [lost, again, ...after] = pages.slice(at)
    expect(again).toEqual({ build: undefined, page: lost!.page, status: 200 })
    expect(new Set(after.map(({ build }) => build))).toEqual(new Set(['second-build']))
    // Each player is answered once, and all of them were.
    const answered = pages.filter((asked) => !isLost(asked) && asked.page.startsWith('/stats/'))
    expect(answered.map(({ page }) => page)).toEqual(
      world.players.map((player) => `/stats/${player.id}`),
    )
    expect(ways).toEqual({ pageData: expect.any(Number) as number })
    expect((await test.find('mafiaPlayers')).map(({ name }) => name)).toEqual(
      world.players.map(({ login }) => login),
    )
  })

  it('should fail with an issue for each page that lost its data, and change nobody', async () => {
    const before = await test.find('mafiaPlayers')
    expect(await findInvalid()).toEqual([])
    test.clock.advance(25 * HOUR_MS)
    Object.assign(test.emulator.gomafia, { hasApi: false, isDataLost: true })

    const { counts, error, status } = await test.sync({
      mode: 'incremental',
      resource: 'players',
    })

    // Two may be odd; the third says that it is the site.
    expect({ code: error?.code, invalid: counts.invalid, status }).toEqual({
      code: 'INVALID_ANSWER',
      invalid: 2,
      status: 'failed',
    })
    expect(error?.message).toContain('/stats/102 of gomafia.pro does not hold its data any more')
    expect(
      (await findInvalid()).map(({ externalId, message, resource }) => ({
        externalId,
        message,
        resource,
      })),
    ).toEqual(
      ['100', '101'].map((externalId) => ({
        externalId,
        message: expect.stringContaining('does not hold its data any more') as string,
        resource: 'players',
      })),
    )
    expect((await test.find('mafiaPlayers')).map(withoutMark)).toEqual(before.map(withoutMark))
  })

  it('should fail at once where the list has lost its data, and change nobody', async () => {
    const before = await test.find('mafiaPlayers')

    const { counts, error, status } = await test.sync({ resource: 'players' })

    expect({ code: error?.code, fetched: counts.fetched, status }).toEqual({
      code: 'INVALID_ANSWER',
      fetched: 0,
      status: 'failed',
    })
    expect(await test.find('mafiaPlayers')).toEqual(before)
  })
})

it('should go on with the others where one page fails for good, and try it again next time', async () => {
  const { clock, close, emulator, payload, sync, takeRequests } = await createGomafiaTest({
    options: { sources: ['pageData'], wholeHistory: false },
    world: { players: 6, tournaments: 1 },
  })
  onTestFinished(close)
  const takePlayers = (): string[] =>
    takeRequests().flatMap((request) => /\/stats\/(\d+)/.exec(request)?.[1] ?? [])
  const findIssues = async () => {
    const { docs } = await payload.find({
      collection: 'syncIssues',
      where: { kind: { equals: 'invalid' } },
    })
    return docs.map(({ externalId, message, status }) => ({ externalId, message, status }))
  }
  const all = ['100', '101', '102', '103', '104', '105']
  emulator.faults.add({ kind: 'status', path: '/stats/102', status: 500 })

  const { counts, error, status } = await sync({ resource: 'players' })

  expect({ code: error?.code, fetched: counts.fetched, invalid: counts.invalid, status }).toEqual({
    code: 'RECORDS_INVALID',
    fetched: 6,
    invalid: 1,
    status: 'partial',
  })
  expect(await findIssues()).toMatchObject([
    { externalId: '102', message: expect.stringContaining('500') as string, status: 'open' },
  ])
  const asked = takePlayers()
  // In its turn, and once more behind all others; each time in all its attempts.
  expect([...new Set(asked.slice(0, asked.lastIndexOf('105') + 1))]).toEqual(all)
  expect([...new Set(asked.slice(asked.lastIndexOf('105') + 1))]).toEqual(['102'])

  emulator.faults.clear()
  clock.advance(HOUR_MS)
  await sync({ mode: 'incremental', resource: 'players' })
  expect(takePlayers()).toEqual(['102'])
  expect(await findIssues()).toMatchObject([{ externalId: '102', status: 'resolved' }])
})
