import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { EmulatedTest } from './createEmulatedTest.js'
import type { StoredDocument } from './createFootballProject.js'

import { createEmulatedTest } from './createEmulatedTest.js'

type RefusalCase = {
  code: string
  errors: unknown
  name: string
  /** What a person reads. */
  reason: RegExp
  /** Requests of the second season: what cannot get better is not repeated. */
  requests: number
  status: 'failed' | 'partial'
}

const REFUSALS: RefusalCase[] = [
  {
    name: 'a wrong key',
    code: 'CREDENTIALS_REFUSED',
    errors: { token: 'Error/Missing application key. Go to …' },
    reason: /API-Football .*token: Error\/Missing application key/,
    requests: 1,
    status: 'failed',
  },
  {
    name: 'a suspended account',
    code: 'CREDENTIALS_REFUSED',
    errors: { access: 'Your account is suspended, check on …' },
    reason: /account is suspended/,
    requests: 1,
    status: 'failed',
  },
  {
    name: 'a spent day',
    code: 'RATE_LIMITED',
    errors: { requests: 'You have reached the request limit for the day.' },
    reason: /request limit for the day/,
    requests: 1,
    status: 'failed',
  },
  {
    name: 'a spent minute',
    code: 'RATE_LIMITED',
    errors: { rateLimit: 'Too many requests. Your rate limit is 10 requests per minute.' },
    reason: /rate limit is 10 requests per minute/,
    requests: 1,
    status: 'failed',
  },
  {
    name: 'a season outside the plan',
    code: 'ACCESS_DENIED',
    errors: { plan: 'Free plans do not have access to this season, try from 2021 to 2023.' },
    reason: /try from 2021 to 2023/,
    requests: 1,
    status: 'partial',
  },
  {
    name: 'a wrong parameter',
    code: 'REQUEST_REFUSED',
    errors: { season: 'The Season field must contain a year of 4 digits.' },
    reason: /season: The Season field/,
    requests: 1,
    status: 'failed',
  },
  {
    name: 'a mistake of the provider',
    code: 'PROVIDER_UNAVAILABLE',
    errors: [{ bug: 'This is on our side, please report us.', report: '…', time: '2025-06-15' }],
    reason: /on our side/,
    requests: 5,
    status: 'failed',
  },
]

/** Two seasons, of which the second is refused with status 200 and an empty list in every way. */
describe('a refusal with status 200 in the middle of a run', () => {
  let test: EmulatedTest
  let before: StoredDocument[]
  let size: number

  const sync = () => test.sync({ resource: 'matches' })
  const refuse = ({ code, errors }: Pick<RefusalCase, 'code' | 'errors'>) =>
    test.emulator.faults.add({
      after: 1,
      body: {
        errors,
        get: 'fixtures',
        paging: { current: 1, total: 1 },
        parameters: [],
        response: [],
        results: 0,
      },
      kind: 'status',
      path: '/fixtures',
      // So that the wait of a minute ends the run instead of being waited for.
      ...(code === 'RATE_LIMITED' && { retryAfter: 3600 }),
      status: 200,
    })

  beforeAll(async () => {
    test = await createEmulatedTest({
      files: ['2023-24/at.1', '2024-25/at.1'],
      now: '2025-06-15T12:00:00Z',
      options: { seasons: 'all' },
      // One absence is enough here, so that a read which wrongly counts as complete is found out.
      plugin: { absence: { after: 1 } },
    })
    await test.syncUpToMatches()
    before = await test.find('matches')
    size = before.length
  })

  beforeEach(() => {
    // The wait between two attempts is a random share of the back-off: here none of it.
    vi.spyOn(Math, 'random').mockReturnValue(0)
  })

  afterEach(() => {
    test.emulator.faults.clear()
    test.emulator.requests.clear()
  })

  afterAll(async () => {
    await test.close()
  })

  it.each(REFUSALS)(
    'should end $status with $code on $name, without a gap or a deletion',
    async ({ code, errors, reason, requests, status }) => {
      refuse({ code, errors })

      const broken = await sync()

      const refused = test.emulator.requests.list().filter(({ faults }) => faults.length > 0)
      expect(broken).toMatchObject({
        counts: { created: 0, invalid: 0, missing: 0, updated: 0 },
        error: { code, message: expect.stringMatching(reason) as string },
        status,
      })
      expect(broken.counts.fetched).toBeGreaterThan(0)
      expect(broken.counts.fetched).toBeLessThan(size)
      expect(refused).toHaveLength(requests)
      expect(await test.find('syncIssues')).toEqual([])
      expect(await test.find('matches')).toEqual(before)

      test.emulator.faults.clear()
      expect(await sync()).toMatchObject({
        counts: { fetched: size, unchanged: size },
        error: null,
        status: 'completed',
      })
    },
  )

  it('should not take a season that is suddenly empty for one without matches', async () => {
    test.emulator.faults.add({ after: 1, kind: 'empty', path: '/fixtures' })

    expect(await sync()).toMatchObject({
      counts: { missing: 0 },
      error: { code: 'SUSPICIOUS_ABSENCE' },
      status: 'partial',
    })
    expect(await test.find('matches')).toEqual(before)
  })

  it('should not take an answer without a list for an empty one', async () => {
    test.emulator.faults.add({ after: 1, kind: 'no-data', path: '/fixtures' })

    expect(await sync()).toMatchObject({
      counts: { missing: 0 },
      error: { code: 'INVALID_ANSWER' },
      status: 'failed',
    })
    expect(await test.find('matches')).toEqual(before)
  })
})
