import { expect, it } from 'vitest'

import { toRun } from '../../run.fixture.js'
import { sumRuns } from './sumRuns.js'

it('should add up counts, and take the whole time and the worst end', () => {
  const { counts } = toRun()
  const runs = [
    toRun({
      counts: { ...counts, conflicts: 1, created: 2, invalid: 3, missing: 4 },
      finishedAt: '2025-04-01T12:05:00.000Z',
      startedAt: '2025-04-01T12:03:00.000Z',
      status: 'partial',
    }),
    toRun({
      counts: { ...counts, created: 5, unchanged: 6, updated: 7 },
      finishedAt: '2025-04-01T12:02:00.000Z',
      startedAt: '2025-04-01T12:01:00.000Z',
    }),
  ]

  expect(sumRuns(runs)).toEqual({
    counts: { created: 7, unchanged: 6, updated: 7 },
    durationMs: 4 * 60_000,
    finishedAt: '2025-04-01T12:05:00.000Z',
    issues: 8,
    status: 'partial',
  })
})

it('should know of no time where nothing began', () => {
  const run = toRun({ finishedAt: null, startedAt: null, status: 'cancelled' })

  expect(sumRuns([run])).toMatchObject({
    durationMs: null,
    finishedAt: null,
    status: 'cancelled',
  })
})
