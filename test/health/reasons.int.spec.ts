import { beforeAll, beforeEach, describe, expect, it } from 'vitest'

import type { HealthCode } from '../../src/sync/run/Health.js'
import type { HealthTest } from './createHealthTest.js'

import { describeReason } from '../../src/plugin/translations/index.js'
import { translateToEnglish } from '../../src/plugin/translations/translateToEnglish.js'
import { getNames } from '../../src/sync/operations/getNames.js'
import { noteHealth } from '../../src/sync/operations/health/noteHealth.js'
import { HEALTH_CODES } from '../../src/sync/run/Health.js'
import { createHealthTest, HEALTH_SECRET } from './createHealthTest.js'
import { PROVOCATIONS } from './provocations.js'

let test: HealthTest

beforeAll(async () => {
  test = await createHealthTest()
  return test.close
})

beforeEach(() => test.reset())

const note = () => noteHealth({ payload: test.payload })

/** Longer than what one process alone sees is remembered for the others. */
const LONG_MS = 4 * 60_000

describe('every reason', () => {
  it.each(HEALTH_CODES)('should be seen, told once and told when it is over: %s', async (code) => {
    const { begin, besides = [], level } = PROVOCATIONS[code]

    const mend = await begin(test)
    const began = await note()
    const codes: HealthCode[] = [code, ...besides]
    expect(began?.began.map((reason) => reason.code).toSorted()).toEqual(codes.toSorted())
    expect(began).toMatchObject({ level, levelBefore: 'HEALTHY' })
    const reason = began!.began.find((one) => one.code === code)!
    expect(reason).toMatchObject({ level, since: began!.at })
    const { advice, message } = describeReason({
      names: getNames(test.payload),
      reason,
      t: translateToEnglish,
    })
    expect(`${message} ${advice}`).not.toMatch(/\{\{|undefined|NaN| {2}/)

    expect((await note())?.began ?? []).toEqual([])

    await (typeof mend === 'function' ? (mend as () => Promise<void> | void)() : undefined)
    await test.recover()
    test.pass(LONG_MS)
    const over = await note()
    expect(over).toMatchObject({ began: [], level: 'HEALTHY', levelBefore: level, worsened: [] })
    expect(over?.ended.map((one) => one.code).toSorted()).toEqual(codes.toSorted())
    expect(await note()).toBe(null)
    expect(await test.findTold()).toEqual([began, over])
  })
})

it('should be told once when two processes look at the same moment', async () => {
  await PROVOCATIONS.NO_WORKER.begin(test)

  const looks = await Promise.all([note(), note(), note()])

  expect(looks.filter((change) => change !== null)).toMatchObject([
    { began: [{ code: 'NO_WORKER' }] },
  ])
  expect(await test.findTold()).toHaveLength(1)
})

it('should say over REST what is wrong, since when, and what to do', async () => {
  await PROVOCATIONS.NO_CLOCK.begin(test)
  const change = await note()

  const { body, status } = await test.ask({ path: '/sync/health' })

  expect(status).toBe(503)
  expect(body).toMatchObject({
    reasons: [
      {
        advice: translateToEnglish('health:NO_CLOCK:advice'),
        code: 'NO_CLOCK',
        level: 'CRITICAL',
        message: translateToEnglish('health:NO_CLOCK:message', { schedules: 1 }),
        since: change!.at,
      },
    ],
    status: 'CRITICAL',
  })
})

it('should tell whoever is not known that the process is alive, and nothing else', async () => {
  await PROVOCATIONS.NO_CLOCK.begin(test)
  const ask = async (headers: Record<string, string> = {}) => {
    const { body, status } = await test.ask({ headers, path: '/sync/health', token: null })
    return { body, status }
  }

  expect(await ask()).toEqual({ body: { status: 'ok' }, status: 200 })
  // Whoever means to be known must not take this for all being well.
  expect(await ask({ Authorization: 'Bearer something-else' })).toMatchObject({ status: 401 })
  expect(await ask({ Authorization: 'JWT made.up' })).toMatchObject({ status: 401 })
  expect(await ask({ Authorization: `Bearer ${HEALTH_SECRET}` })).toMatchObject({
    body: { reasons: [{ code: 'NO_CLOCK' }], status: 'CRITICAL' },
    status: 503,
  })
})

it('should be alive while the database is away, and say so to those who may know', async () => {
  await PROVOCATIONS.DATABASE_AWAY.begin(test)

  expect(await test.ask({ path: '/sync/health', token: null })).toMatchObject({ status: 200 })
  const headers = { Authorization: `Bearer ${HEALTH_SECRET}` }
  expect(await test.ask({ headers, path: '/sync/health', token: null })).toMatchObject({
    body: { reasons: [{ code: 'DATABASE_AWAY' }] },
    status: 503,
  })
})
