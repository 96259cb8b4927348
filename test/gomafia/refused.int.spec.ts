import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { GomafiaTest } from './createGomafiaTest.js'

import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { retryRun } from '../../src/sync/operations/runs/retryRun.js'
import { getStatus } from '../../src/sync/operations/status/getStatus.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { forgetQuotas } from '../project/forgetQuotas.js'
import { createGomafiaTest } from './createGomafiaTest.js'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

describe('a site that does not want to be read', () => {
  let test: GomafiaTest

  const findReasons = async () => {
    const { health } = await getStatus({ payload: test.payload })
    return health.reasons.map(({ code, resources }) => ({ code, resources }))
  }

  beforeAll(async () => {
    test = await createGomafiaTest({
      options: { contact: 'mail@example.com' },
      world: { players: 12, tournaments: 1 },
    })
  })

  afterAll(() => test.close())

  beforeEach(async () => {
    test.clock.advance(2 * DAY_MS)
    await forgetQuotas({ payload: test.payload })
    test.takeRequests()
  })

  it('should not be asked for what its robots.txt forbids', async () => {
    const { robots } = test.emulator.gomafia
    test.emulator.gomafia.robots = 'User-agent: *\nDisallow: /gomafia/stats/\n'
    const { error, status } = await test.sync({ resource: 'players' })

    expect({ code: error?.code, status }).toEqual({ code: 'ACCESS_DENIED', status: 'failed' })
    expect(error?.message).toContain('robots.txt')
    expect(test.takeRequests().map((request) => request.split(' ')[1])).toEqual([
      '/gomafia/robots.txt',
      '/gomafia/rating',
    ])
    test.emulator.gomafia.robots = robots
  })

  it('should be read where it has no robots.txt', async () => {
    test.emulator.gomafia.robots = null

    expect(await test.sync({ resource: 'players' })).toMatchObject({ status: 'completed' })
  })

  it('should go on from where it was when it was down for a while', async () => {
    // robots.txt was read today; then come the rating and five players.
    test.emulator.faults.add({ after: 7, kind: 'status', path: '/gomafia/', status: 503 })

    const run = await test.sync({ resource: 'players' })

    // That is told of the site, and of none of its players.
    expect(run).toMatchObject({
      counts: { invalid: 0 },
      error: { code: 'PROVIDER_UNAVAILABLE' },
      status: 'failed',
    })
    test.emulator.faults.clear()
    test.clock.advance(HOUR_MS)
    await retryRun({ initiatedBy: null, payload: test.payload, runId: run.id })
    await drainSync({ payload: test.payload })

    expect(await getRun({ payload: test.payload, runId: run.id })).toMatchObject({
      counts: { fetched: 12, invalid: 0 },
      error: null,
      status: 'completed',
    })
    const answered = test.emulator.requests.list().filter(({ status }) => status === 200)
    const players = answered.flatMap(({ path }) => /\/stats\/(\d+)/.exec(path)?.[1] ?? [])
    expect(players).toHaveLength(12)
    expect(new Set(players).size).toBe(12)
  })

  it.each([
    ['forbids it', { kind: 'status', status: 403 } as const, 'status 403'],
    ['asks whether a person is there', undefined, 'whether a person is there'],
  ])(
    'should be left alone for a day when it %s, and health should say so',
    async (_, fault, words) => {
      if (fault) {
        test.emulator.faults.add({ ...fault, path: '/rating' })
      } else {
        test.emulator.gomafia.isCaptcha = true
      }
      const { error, status } = await test.sync({ resource: 'players' })

      expect({ code: error?.code, status }).toEqual({ code: 'TURNED_AWAY', status: 'failed' })
      expect(error?.message).toContain(words)
      expect(await findReasons()).toContainEqual({ code: 'TURNED_AWAY', resources: ['players'] })
      // Nor by anybody else, whatever it is.
      test.takeRequests()
      await test.sync({ resource: 'clubs' })
      expect(test.takeRequests()).toEqual([])
      test.emulator.faults.clear()
      test.emulator.gomafia.isCaptcha = false
    },
  )

  it('should be read again after that', async () => {
    expect(await test.sync({ resource: 'players' })).toMatchObject({ status: 'completed' })
    expect((await findReasons()).map(({ code }) => code)).not.toContain('TURNED_AWAY')
  })
})
