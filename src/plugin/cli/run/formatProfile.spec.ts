import { expect, it } from 'vitest'

import type { Run } from '../../../sync/run/Run.js'

import { formatProfile } from './formatProfile.js'

const times = { commit: 10, compare: 20, fetch: 100, map: 5, validate: 5, write: 60 }
const run = {
  id: 7,
  counts: { fetched: 1000 },
  provider: 'own',
  resource: 'items',
} as unknown as Run

it('should say of each phase how long it took, of all and of a record', () => {
  expect(formatProfile({ run, times })).toBe(
    [
      'own items, run 7: 1000 records',
      '  fetch          100 ms   50 %  100 us a record',
      '  validate         5 ms    3 %  5 us a record',
      '  map              5 ms    3 %  5 us a record',
      '  compare         20 ms   10 %  20 us a record',
      '  write           60 ms   30 %  60 us a record',
      '  commit          10 ms    5 %  10 us a record',
    ].join('\n'),
  )
})

it('should not divide by nothing', () => {
  const nothing = { commit: 0, compare: 0, fetch: 0, map: 0, validate: 0, write: 0 }
  const empty = { ...run, counts: { fetched: 0 } } as unknown as Run

  expect(formatProfile({ run: empty, times: nothing })).toContain('  fetch            0 ms    0 %')
})
