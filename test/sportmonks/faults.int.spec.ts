import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import type { FaultRule } from '../../dev/emulator/server/createFaults.js'
import type { SportmonksTest } from './createSportmonksTest.js'

import { MACHINERY_KEYS } from '../../src/plugin/options/collectionKeys.js'
import { createSportmonksTest, TOKEN } from './createSportmonksTest.js'

const PAGE_SIZE = 50

type FaultCase = {
  code: string
  fault: Omit<FaultRule, 'page' | 'path'>
  /** Words a person needs to understand what happened. */
  reason: RegExp
  /** Requests for page 2: one that cannot get better is not repeated. */
  requests: number
  status: 'failed' | 'partial'
  timeoutMs?: number
}

const FAULTS: FaultCase[] = [
  {
    code: 'PROVIDER_UNAVAILABLE',
    fault: { kind: 'status', status: 500 },
    reason: /Sportmonks answered .* status 500/,
    requests: 5,
    status: 'failed',
  },
  {
    code: 'PROVIDER_UNAVAILABLE',
    fault: { kind: 'html' },
    reason: /Sportmonks answered \/football\/fixtures with 502/,
    requests: 5,
    status: 'failed',
  },
  {
    code: 'PROVIDER_UNAVAILABLE',
    fault: { kind: 'cut' },
    reason: /Sportmonks could not be reached/,
    requests: 5,
    status: 'failed',
  },
  {
    code: 'PROVIDER_UNAVAILABLE',
    fault: { kind: 'malformed' },
    reason: /Sportmonks answered .* not whole JSON/,
    requests: 5,
    status: 'failed',
  },
  {
    code: 'PROVIDER_UNAVAILABLE',
    fault: { kind: 'truncated' },
    reason: /Sportmonks answered .* not whole JSON/,
    requests: 5,
    status: 'failed',
  },
  {
    code: 'PROVIDER_UNAVAILABLE',
    fault: { kind: 'hang' },
    reason: /Sportmonks did not answer .* within 0.4 seconds/,
    requests: 5,
    status: 'failed',
    timeoutMs: 400,
  },
  {
    code: 'RATE_LIMITED',
    fault: { kind: 'rateLimit', retryAfter: 3600 },
    reason: /Sportmonks .*Rate limit of 3000 requests per hour exceeded/,
    requests: 1,
    status: 'failed',
  },
  {
    code: 'EMPTY_ANSWER',
    fault: { kind: 'no-data' },
    reason: /Sportmonks .*No result\(s\) found/,
    requests: 1,
    status: 'failed',
  },
  {
    code: 'SUSPICIOUS_ABSENCE',
    fault: { kind: 'empty' },
    reason: /145 of the 195 records that Bundesliga 2024\/2025 had last time were not in the/,
    requests: 1,
    status: 'partial',
  },
]

/** One season of 195 matches, four pages, of which the second goes wrong in every way there is. */
describe('a failure on page 2 of a season', () => {
  let test: SportmonksTest

  const sync = () => test.sync({ resource: 'matches' })
  const ids = () => [...test.emulator.world.matches.keys()]
  const countPage2 = () => test.emulator.requests.list().filter(({ faults }) => faults.length > 0)
  const breakPage2 = (fault: FaultCase['fault']) =>
    test.emulator.faults.add({ ...fault, page: 2, path: '/football/fixtures' })

  beforeAll(async () => {
    test = await createSportmonksTest({
      files: ['2024-25/at.1'],
      now: '2025-06-15T12:00:00Z',
      // One absence is enough here, so that a read which wrongly counts as complete is found out.
      plugin: { absence: { after: 1 } },
    })
    for (const resource of ['countries', 'leagues', 'seasons', 'teams']) {
      await test.sync({ resource })
    }
  })

  beforeEach(() => {
    // The wait between two attempts is a random share of the back-off: here none of it.
    vi.spyOn(Math, 'random').mockReturnValue(0)
    test.emulator.faults.clear()
    test.emulator.records.reset()
    test.emulator.requests.clear()
  })

  afterAll(async () => {
    await test.close()
  })

  it('should keep the first page of a first sync and complete the rest later', async () => {
    breakPage2({ kind: 'status' })

    const broken = await sync()
    const kept = await test.find('matches')
    test.emulator.faults.clear()
    const clean = await sync()

    expect(broken).toMatchObject({ counts: { created: PAGE_SIZE }, status: 'failed' })
    expect(kept).toHaveLength(PAGE_SIZE)
    expect(clean).toMatchObject({
      counts: { created: ids().length - PAGE_SIZE, fetched: ids().length, unchanged: PAGE_SIZE },
      error: null,
      status: 'completed',
    })
    expect((await test.find('matches')).slice(0, PAGE_SIZE)).toEqual(kept)
  })

  it.each(FAULTS)(
    'should end $status with $code on $fault.kind, keep page 1 and lose nothing',
    async ({ code, fault, reason, requests, status, timeoutMs }) => {
      const [onPage1, onPage2] = [ids()[0]!, ids()[PAGE_SIZE]!]
      const postponed = { result_info: null, state_id: 10 }
      for (const id of [onPage1, onPage2]) {
        test.emulator.records.put({ id, entity: 'fixture', patch: postponed })
      }
      breakPage2(fault)
      test.setTimeoutMs(timeoutMs)

      const broken = await sync()

      expect(broken).toMatchObject({
        counts: { created: 0, fetched: PAGE_SIZE, missing: 0, updated: 1 },
        error: { code, message: expect.stringMatching(reason) as string },
        status,
      })
      expect(countPage2()).toHaveLength(requests)
      expect(await test.find('matches')).toHaveLength(ids().length)
      // So many that are gone at once are asked about, and nothing is done to them.
      const open = (await test.find('syncIssues')).filter(({ status: is }) => is === 'open')
      expect(open.map(({ kind }) => kind)).toEqual(code === 'SUSPICIOUS_ABSENCE' ? ['absence'] : [])
      expect(await test.getMatch(onPage1)).toMatchObject({ state: 'off' })
      expect(await test.getMatch(onPage2)).toMatchObject({ state: 'finished' })

      test.emulator.faults.clear()
      test.setTimeoutMs()
      const clean = await sync()

      expect(clean).toMatchObject({
        counts: { created: 0, fetched: ids().length, missing: 0, updated: 1 },
        error: null,
        status: 'completed',
      })
      expect(await test.getMatch(onPage2)).toMatchObject({ state: 'off' })

      // Back to what the next case begins with.
      test.emulator.records.reset()
      await sync()
    },
  )

  it('should go on by itself after failures that pass', async () => {
    test.emulator.faults.add({ kind: 'status', page: 2, status: 503, times: 2 })
    test.emulator.faults.add({ kind: 'cut', page: 3, times: 1 })
    test.emulator.faults.add({ kind: 'rateLimit', page: 4, retryAfter: 0, times: 1 })

    const run = await sync()

    expect(run).toMatchObject({
      counts: { fetched: ids().length, unchanged: ids().length },
      error: null,
      requests: 8,
      status: 'completed',
    })
  })

  it('should leave the token nowhere, whatever went wrong and whoever repeats it', async () => {
    const message = `The token ${TOKEN} is not known.`
    test.emulator.faults.add({ body: { message }, kind: 'status', status: 401 })

    const run = await sync()

    expect(run).toMatchObject({ error: { code: 'CREDENTIALS_REFUSED' }, status: 'failed' })
    const asked = test.emulator.requests.list()
    expect(asked.map(({ query }) => query)).not.toContainEqual(
      expect.objectContaining({ api_token: expect.anything() as unknown }),
    )
    expect(asked.every(({ headerNames }) => headerNames.includes('authorization'))).toBe(true)
    const rows = await Promise.all(MACHINERY_KEYS.map(test.find))
    const { rows: tasks } = await test.query('select * from payload_sync_queue._private_jobs')
    const trace = JSON.stringify([asked, run, rows, tasks]) + test.logged()
    expect(trace).toContain('is not known')
    expect(trace).not.toContain(TOKEN)
  })
})
