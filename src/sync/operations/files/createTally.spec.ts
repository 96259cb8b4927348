import { expect, it } from 'vitest'

import type { RecordOverview } from '../../../sdk/index.js'

import { createTally } from './createTally.js'

const toText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** Whole cents, as texts. */
const overview: RecordOverview = {
  add: (amounts) => String(amounts.reduce((sum, amount) => sum + Number(amount), 0)),
  read: ({ cents, day, kind, unit }) => ({
    ...(cents !== undefined && { amount: { unit: String(unit), value: toText(cents) } }),
    ...(day !== undefined && { day: toText(day) }),
    groups: { kind: String(kind) },
  }),
}

it('should sum up by kind, year and unit, the largest and the newest first', () => {
  const tally = createTally({ overview })
  tally.add({ document: { cents: 5, day: '2023-12-31', kind: 'a', unit: 'EUR' } })
  tally.add({ document: { cents: 7, day: '2024-01-01T12:00:00.000Z', kind: 'b', unit: 'USD' } })
  tally.add({ document: { cents: 8, day: '2024-02-01', kind: 'b', unit: 'USD' } })
  tally.add({ document: { kind: 'b' } })

  expect(tally.sum()).toEqual({
    days: { first: '2023-12-31', last: '2024-02-01' },
    groups: [
      {
        field: 'kind',
        values: [
          { records: 3, value: 'b' },
          { records: 1, value: 'a' },
        ],
      },
    ],
    invalid: 0,
    problems: [],
    records: 4,
    sums: [
      { records: 2, total: '15', unit: 'USD' },
      { records: 1, total: '5', unit: 'EUR' },
    ],
    years: [
      { records: 2, year: '2024' },
      { records: 1, year: '2023' },
    ],
  })
})

it('should say what is wrong with the first that become nothing, each problem once', () => {
  const tally = createTally({ overview: undefined })
  for (const problem of ['no day', 'no day', 'no name', 'no price', 'no end']) {
    tally.add({ problem })
  }
  tally.add({ document: { day: '2024-01-01' } })

  expect(tally.count()).toBe(6)
  expect(tally.sum()).toMatchObject({
    days: null,
    groups: [],
    invalid: 5,
    problems: ['no day', 'no name', 'no price'],
    records: 6,
    years: [],
  })
})
