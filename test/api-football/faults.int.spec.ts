import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { FaultRule } from '../../dev/emulator/server/createFaults.js'
import type { Match } from '../../dev/emulator/world/types.js'
import type { SyncMode } from '../../src/sdk/index.js'
import type { EmulatedTest } from './createEmulatedTest.js'

import {
  createContext,
  toRecordName,
} from '../../dev/emulator/providers/api-football/createContext.js'
import { toFixtureRow } from '../../dev/emulator/providers/api-football/rows/toFixtureRow.js'
import { createAnswer } from '../fixtures/api-football/createAnswer.js'
import { toCount } from '../long/toCount.js'
import { createEmulatedTest } from './createEmulatedTest.js'
import { toExpectedMatch } from './recorded/toExpectedMatch.js'

const MINUTE_MS = 60_000

/** When matches of both leagues of these tests began at once. */
const KICK_OFF = Date.parse('2025-05-10T17:00:00Z')

/** An answer with status 200 that is a failure all the same. */
const refusal = (errors: unknown): FaultRule => ({
  ...createAnswer({ errors, rows: [] }),
  kind: 'status',
  status: 200,
})

type FaultCase = {
  code: string
  fault: FaultRule
  name: string
  /** What a person reads. */
  reason: RegExp
  timeoutMs?: number
}

const AN_HOUR = { retryAfter: 3600 }

const FAULTS: FaultCase[] = [
  {
    name: 'a wrong key',
    code: 'CREDENTIALS_REFUSED',
    fault: refusal({ token: 'Error/Missing application key. Go to …' }),
    reason: /API-Football .*token: Error\/Missing application key/,
  },
  {
    name: 'a suspended account',
    code: 'CREDENTIALS_REFUSED',
    fault: refusal({ access: 'Your account is suspended, check on …' }),
    reason: /account is suspended/,
  },
  {
    name: 'a spent day',
    code: 'RATE_LIMITED',
    fault: refusal({ requests: 'You have reached the request limit for the day.' }),
    reason: /request limit for the day/,
  },
  {
    name: 'a spent minute',
    code: 'RATE_LIMITED',
    // So that it ends the run instead of being waited for.
    fault: { ...refusal({ rateLimit: 'Too many requests. Your rate limit is …' }), ...AN_HOUR },
    reason: /Your rate limit is/,
  },
  {
    name: 'a spent minute with status 429',
    code: 'RATE_LIMITED',
    fault: { kind: 'rateLimit', ...AN_HOUR },
    reason: /Your rate limit is 300 requests per minute/,
  },
  {
    name: 'a season outside the plan',
    code: 'ACCESS_DENIED',
    fault: refusal({ plan: 'Free plans do not have access to this season.' }),
    reason: /do not have access to this season/,
  },
  {
    name: 'a wrong parameter',
    code: 'REQUEST_REFUSED',
    fault: refusal({ season: 'The Season field must contain a year of 4 digits.' }),
    reason: /season: The Season field/,
  },
  {
    name: 'a mistake of the provider',
    code: 'PROVIDER_UNAVAILABLE',
    fault: refusal([{ bug: 'This is on our side.', report: '…', time: '2025-06-15' }]),
    reason: /on our side/,
  },
  {
    name: 'an answer without a list',
    code: 'INVALID_ANSWER',
    fault: { kind: 'no-data' },
    reason: /in a shape this plugin does not know/,
  },
  {
    name: 'status 500',
    code: 'PROVIDER_UNAVAILABLE',
    fault: { kind: 'status', status: 500 },
    reason: /API-Football answered \/fixtures: .*500/,
  },
  {
    name: 'its own time-out',
    code: 'PROVIDER_UNAVAILABLE',
    fault: { kind: 'status', status: 499 },
    reason: /status 499/,
  },
  {
    name: 'an HTML page',
    code: 'PROVIDER_UNAVAILABLE',
    fault: { kind: 'html' },
    reason: /API-Football answered \/fixtures with 502/,
  },
  {
    name: 'a connection that is cut',
    code: 'PROVIDER_UNAVAILABLE',
    fault: { kind: 'cut' },
    reason: /API-Football could not be reached/,
  },
  {
    name: 'truncated JSON',
    code: 'PROVIDER_UNAVAILABLE',
    fault: { kind: 'truncated' },
    reason: /not whole JSON/,
  },
  {
    name: 'no answer at all',
    code: 'PROVIDER_UNAVAILABLE',
    fault: { kind: 'hang' },
    reason: /did not answer \/fixtures within 1 seconds/,
    // Of good answers as well, the first of which may take a third of it.
    timeoutMs: 1000,
  },
]

/** What is tried again on the spot, so often. */
const ATTEMPTS: Readonly<Record<string, number>> = { PROVIDER_UNAVAILABLE: 5 }

/**
 * Two leagues whose matches have just ended, and are stored as they stood after an hour. Each mode
 * takes two requests: two seasons, two windows, or the live list and then what has left it.
 */
describe('a failure of matches', () => {
  let test: EmulatedTest
  let day: Match[]
  let size: number

  const sync = (mode: SyncMode) => test.sync({ mode, resource: 'matches' })
  const findDay = async () => {
    const stored = new Map((await test.find('matches')).map((match) => [match.externalId, match]))
    return day.map(({ id }) => stored.get(String(id)))
  }
  const truth = () => {
    const now = test.clock.now().getTime()
    return day.map((match) => toExpectedMatch({ match, now, world: test.emulator.world }))
  }
  /** The clock stays where it is: what an earlier case saw must not lie in the future. */
  const putBack = ({ id, startsAt }: Match) => {
    const { records } = test.emulator
    const context = { ...createContext(test.emulator), now: startsAt + 60 * MINUTE_MS }
    const row = toFixtureRow({ id, context, withEvents: false })!
    records.put({ id, entity: toRecordName('fixture'), patch: row })
  }

  beforeAll(async () => {
    test = await createEmulatedTest({
      files: ['2024-25/at.1', '2024-25/gr.1'],
      now: '2025-05-01T12:00:00Z',
      // One absence is enough here, so that a read which wrongly counts as complete is found out.
      plugin: { absence: { after: 1 } },
    })
    await test.syncUpToMatches()
    const { matches } = test.emulator.world
    day = [...matches.values()].filter(({ startsAt }) => startsAt === KICK_OFF)
    size = matches.size
    test.clock.set(new Date(KICK_OFF + 2 * 60 * MINUTE_MS))
    await sync('full')
  })

  beforeEach(async () => {
    // The wait between two attempts is a random share of the back-off: here none of it.
    vi.spyOn(Math, 'random').mockReturnValue(0)
    // A new minute for each case, so that none runs out.
    test.clock.advance(MINUTE_MS)
    day.forEach(putBack)
    await sync('live')
    test.emulator.records.reset()
    test.emulator.requests.clear()
  })

  afterEach(() => {
    test.emulator.faults.clear()
    test.setTimeoutMs()
  })

  afterAll(async () => {
    await test.close()
  })

  // Every failure in every mode, at the first or the second request in turn; at both when there is
  // time.
  const CASES = FAULTS.flatMap((fault, nth) =>
    (['full', 'incremental', 'live'] as const).flatMap((mode, mth) =>
      ((nth + mth) % 2 === 0 ? [1, 2] : [2, 1])
        .slice(0, toCount({ long: 2, short: 1 }))
        .map((request) => ({ ...fault, mode, request })),
    ),
  )

  it.each(CASES)(
    'should end as it must on $name at request $request of a sync in mode $mode, and be made good',
    async ({ code, fault, mode, reason, request, timeoutMs }) => {
      const before = await findDay()
      expect(before.map((match) => match?.state)).toEqual(day.map(() => 'live'))
      test.emulator.faults.add({ ...fault, after: request - 1, path: '/fixtures' })
      test.setTimeoutMs(timeoutMs)

      const broken = await sync(mode)

      const isScopeOnly = code === 'ACCESS_DENIED'
      // The last part of an incremental run asks for events of matches that have none: of no match.
      const readsSome = request === 2 || mode === 'incremental'
      expect(broken).toMatchObject({
        counts: { created: 0, invalid: 0, missing: 0 },
        error: { code, message: expect.stringMatching(reason) as string },
        status: isScopeOnly && readsSome ? 'partial' : 'failed',
      })
      if (!isScopeOnly) {
        const failed = test.emulator.requests.list().filter(({ faults }) => faults.length > 0)
        expect(failed).toHaveLength(ATTEMPTS[code] ?? 1)
      }
      expect(await test.find('matches')).toHaveLength(size)
      expect(await test.find('syncIssues')).toEqual([])
      // What was read before it is stored as it is; the rest waits as it was.
      const [now, expected] = [await findDay(), truth()]
      const isAsBefore = now.map((match, index) => match?.state === before[index]?.state)
      now.forEach((match, index) => {
        expect(match).toMatchObject(isAsBefore[index] ? before[index]! : expected[index]!)
      })
      expect(new Set(isAsBefore)).toEqual(
        new Set(mode !== 'live' && request === 2 ? [false, true] : [true]),
      )

      test.emulator.faults.clear()
      test.setTimeoutMs()
      expect(await sync(mode)).toMatchObject({
        counts: { created: 0, missing: 0 },
        error: null,
        status: 'completed',
      })
      expect(await findDay()).toMatchObject(truth())
    },
  )

  it('should not be an empty list that is one season suddenly', async () => {
    test.emulator.faults.add({ after: 1, kind: 'empty', path: '/fixtures' })

    expect(await sync('full')).toMatchObject({
      counts: { missing: 0 },
      error: { code: 'SUSPICIOUS_ABSENCE' },
      status: 'partial',
    })
    expect(await test.find('matches')).toHaveLength(size)
  })
})
