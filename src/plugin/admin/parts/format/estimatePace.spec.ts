import { expect, it } from 'vitest'

import { toRun } from '../../run.fixture.js'
import { estimatePace } from './estimatePace.js'

const STARTED = Date.parse('2025-04-01T12:00:00.000Z')

const toProgress = (scopesDone: number, scopesTotal: null | number, fetched = 0) => {
  const run = toRun()
  return toRun({
    counts: { ...run.counts, fetched },
    progress: { ...run.progress, scopesDone, scopesTotal },
  })
}

it('should tell records a second and the time left by the scopes that are done', () => {
  expect(estimatePace({ now: STARTED + 10_000, run: toProgress(1, 4, 500) })).toEqual({
    leftMs: 30_000,
    perSecond: 50,
  })
})

it('should tell nothing in the first moments', () => {
  const run = toProgress(1, 4, 500)

  expect(estimatePace({ now: STARTED + 1000, run })).toEqual({ leftMs: null, perSecond: null })
})

it.each([
  ['before the scopes were listed', 0, null],
  ['before one is done', 0, 4],
  ['when all are done', 4, 4],
])('should not guess the time left %s', (_, done, total) => {
  expect(estimatePace({ now: STARTED + 10_000, run: toProgress(done, total) })).toEqual({
    leftMs: null,
    perSecond: null,
  })
})
