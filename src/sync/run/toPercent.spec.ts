import { expect, it } from 'vitest'

import { NO_RECORDS } from './Run.js'
import { toPercent } from './toPercent.js'

it.each([
  ['nothing was listed', { ...NO_RECORDS, scopesDone: 0, scopesTotal: null }, 0],
  ['there is nothing to read', { ...NO_RECORDS, scopesDone: 0, scopesTotal: 0 }, 100],
  ['scopes are done', { ...NO_RECORDS, scopesDone: 1, scopesTotal: 3 }, 33],
  [
    'the provider says how many there are',
    { recordsDone: 50, recordsTotal: 200, scopesDone: 0, scopesTotal: 1 },
    25,
  ],
  [
    'a part of a later scope is read',
    { recordsDone: 50, recordsTotal: 100, scopesDone: 1, scopesTotal: 2 },
    75,
  ],
  [
    'there are more than it said',
    { recordsDone: 11, recordsTotal: 10, scopesDone: 0, scopesTotal: 2 },
    50,
  ],
  ['all is read', { ...NO_RECORDS, scopesDone: 2, scopesTotal: 2 }, 100],
])('should tell how far a run is when %s', (_when, progress, percent) => {
  expect(toPercent(progress)).toBe(percent)
})
