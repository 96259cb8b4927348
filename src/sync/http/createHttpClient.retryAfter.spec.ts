import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'

import type { HttpFacts } from '../../sdk/index.js'
import type { QuotaReport } from './request/Gate.js'

import { startReplayServer } from '../../testing/replayServer.js'
import { createHttpClient } from './createHttpClient.js'
import { catchError, replay } from './testClient.fixture.js'

it('should wait as long as a provider in trouble asks for', async () => {
  const server = await startReplayServer({
    routes: {
      '/a': [{ body: {}, headers: { 'retry-after': '7' }, status: 503 }, { body: { n: 1 } }],
    },
  })
  onTestFinished(server.close)
  const waits: number[] = []
  const http = createHttpClient({
    facts: { baseUrl: server.baseUrl },
    provider: 'Test provider',
    wait: ({ ms }) => {
      waits.push(ms)
      return Promise.resolve()
    },
  })
  await http.get('/a', { schema: z.unknown(), signal: new AbortController().signal })
  expect(waits).toEqual([7000])
})

const HOUR_MS = 3_600_000
const TEN_YEARS_S = 315_360_000
const NOW_S = Math.round(Date.now() / 1000)

type RefuseArgs = { facts?: Partial<HttpFacts>; value: string }

/** What is reported of a refusal with this `Retry-After`, and how long was waited. */
const refuse = async ({ facts, value }: RefuseArgs) => {
  const reports: QuotaReport[] = []
  const giveBack = (report: QuotaReport): Promise<void> => {
    reports.push(report)
    return Promise.resolve()
  }
  const { ask, waits } = await replay(
    { body: {}, headers: { 'retry-after': value }, status: 429 },
    { attempts: 2, budget: { take: () => Promise.resolve({ giveBack }) }, facts },
  )
  const { retryAfterMs } = await catchError(ask())
  return { blockedMs: reports[0]?.blockedMs, retryAfterMs, waits }
}

describe('a refusal', () => {
  it.each([
    ['ten years', String(TEN_YEARS_S)],
    ['a second in ten years', String(NOW_S + TEN_YEARS_S)],
    ['a millisecond in ten years', `${NOW_S + TEN_YEARS_S}000`],
    ['the year 9999', 'Fri, 31 Dec 9999 23:59:59 GMT'],
  ])('should block for an hour when it says %s', async (_name, value) => {
    expect(await refuse({ value })).toEqual({
      blockedMs: HOUR_MS,
      retryAfterMs: HOUR_MS,
      waits: [],
    })
  })

  it.each([
    ['400 digits', '9'.repeat(400)],
    ['17 digits', '99999999999999999'],
    ['less than nothing', '-5'],
    ['no number', 'NaN'],
  ])('should block for a minute when it says %s', async (_name, value) => {
    expect(await refuse({ value })).toEqual({
      blockedMs: 60_000,
      retryAfterMs: undefined,
      waits: [5000],
    })
  })

  it.each([
    ['at once', '0'],
    ['a moment that has passed', `${NOW_S - 90}`],
    ['a date that has passed', 'Fri, 01 May 2020 11:00:00 GMT'],
  ])('should not be repeated in the same instant when it says %s', async (_name, value) => {
    expect(await refuse({ value })).toMatchObject({ retryAfterMs: 0, waits: [500] })
  })

  it('should be repeated after parts of a second', async () => {
    expect(await refuse({ value: '1.5' })).toMatchObject({ retryAfterMs: 1500, waits: [1500] })
  })

  it('should block for as long as the facts allow', async () => {
    const facts = { longestWaitMs: 20 * HOUR_MS }
    expect(await refuse({ facts, value: '68400' })).toMatchObject({ blockedMs: 19 * HOUR_MS })
  })

  it('should take what the facts find with the same limit', async () => {
    const facts: Partial<HttpFacts> = {
      findFailure: () => ({
        kind: 'rateLimited',
        message: 'no more',
        retryAfterMs: Number.POSITIVE_INFINITY,
      }),
    }
    expect(await refuse({ facts, value: 'later' })).toMatchObject({ blockedMs: HOUR_MS })
  })
})
