import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AccountsTest } from './createAccountsTest.js'

import { rotateKeys } from '../../src/sync/operations/connections/rotateKeys.js'
import { tick } from '../../src/sync/operations/schedules/tick.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { OLD_SECRET_VARIABLE } from '../../src/sync/store/connections/sealValues.js'
import { testSlugs } from '../project/testSlugs.js'
import { createAccountsTest } from './createAccountsTest.js'

let now = new Date('2026-03-01T01:00:00Z')
let test: AccountsTest
const own: { id: number; name: string }[] = []

beforeAll(async () => {
  test = await createAccountsTest({ clock: { now: () => now } })
  for (const user of ['anna', 'bert', 'cora']) {
    test.people.set(user, { clubs: { [user]: user } })
    own.push(await test.connect({ token: await test.signIn(user), user }))
  }
  await tick({ payload: test.payload })
})

afterAll(() => test.close())

const names = (runs: readonly { connection: string }[]) =>
  runs.map(({ connection }) => connection).sort()

describe('the schedule that a provider has for every connection', () => {
  it('should run each active one, by itself and for nobody', async () => {
    await test.payload.update({
      id: own[2]!.id,
      collection: testSlugs.syncConnections,
      data: { active: false },
    })
    now = new Date('2026-03-01T04:00:10Z')
    const { failed, runs } = await tick({ payload: test.payload })

    expect(failed).toEqual([])
    expect(names(runs)).toEqual([own[0]!.name, own[1]!.name].sort())
    expect(runs).toMatchObject([
      { initiatedBy: null, mode: 'full', trigger: 'schedule' },
      { initiatedBy: null, mode: 'full', trigger: 'schedule' },
    ])
  })

  it('should skip one that is still at work, say so, and queue nothing behind it', async () => {
    const { docs } = await test.payload.find({
      collection: testSlugs.syncLogs,
      where: { connection: { equals: own[0]!.name } },
    })
    await test.payload.update({
      id: docs[0]!.id,
      collection: testSlugs.syncLogs,
      data: { status: 'completed' },
    })
    now = new Date('2026-03-01T08:00:10Z')
    const { runs } = await tick({ payload: test.payload })

    expect(names(runs)).toEqual([own[0]!.name])
    expect(test.logged()).toContain('A time was skipped: the connection is at work.')
    await drainSync({ payload: test.payload })
  })

  it('should fire once, however many processes look', async () => {
    now = new Date('2026-03-01T12:00:10Z')
    const ticks = await Promise.all([1, 2, 3].map(() => tick({ payload: test.payload })))

    expect(ticks.flatMap(({ runs }) => runs)).toHaveLength(2)
    await drainSync({ payload: test.payload })
  })
})

describe('after the secret was changed', () => {
  it('should ask for the old one, seal everything anew with it, and need it no more', async () => {
    const { config } = test.payload
    const old = config.secret
    const token = (
      await test.payload.login({
        collection: 'users',
        data: { email: 'anna@example.com', password: 'only-for-tests' },
      })
    ).token!
    const check = async () => {
      const { body } = await test.ask({
        body: { connection: own[0]!.name, provider: 'league' },
        method: 'POST',
        path: '/sync/trigger',
        token,
      })
      return body
    }
    try {
      config.secret = 'quite another secret'
      // What a process has in memory is of the old secret; saving anything of it reads it anew.
      await test.payload.update({
        collection: testSlugs.syncConnections,
        data: { label: 'Renamed' },
        where: {},
      })
      expect(JSON.stringify(await check())).toContain('cannot be read')
      expect(await rotateKeys({ payload: test.payload })).toMatchObject({ kept: 0, rotated: 0 })

      process.env[OLD_SECRET_VARIABLE] = old
      expect(await rotateKeys({ payload: test.payload })).toEqual({
        failed: [],
        kept: 0,
        rotated: 3,
      })
      delete process.env[OLD_SECRET_VARIABLE]
      expect(await rotateKeys({ payload: test.payload })).toEqual({
        failed: [],
        kept: 3,
        rotated: 0,
      })
      expect(await check()).toMatchObject({ success: true })
    } finally {
      delete process.env[OLD_SECRET_VARIABLE]
      config.secret = old
    }
  })
})
