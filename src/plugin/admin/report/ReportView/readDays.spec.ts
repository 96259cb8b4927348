import { expect, it } from 'vitest'

import { readDays } from './readDays.js'

const now = new Date('2026-03-01T23:59:59Z')
const LAST_THIRTY = { from: '2026-01-31', to: '2026-03-01' }

it('should be the days that the address names', () => {
  const searchParams = { from: '2026-02-01', to: '2026-02-01' }

  expect(readDays({ now, searchParams })).toEqual(searchParams)
})

it.each([
  ['nothing', undefined],
  ['one of two', { from: '2026-02-01' }],
  ['a day that no calendar has', { from: '2026-02-01', to: '2026-02-30' }],
  ['an end before the beginning', { from: '2026-02-02', to: '2026-02-01' }],
  ['a list', { from: ['2026-02-01'], to: '2026-02-02' }],
  ['words', { from: 'monday', to: '2026-02-02' }],
])('should be the last thirty days where it names %s', (_, searchParams) => {
  expect(readDays({ now, searchParams })).toEqual(LAST_THIRTY)
})
