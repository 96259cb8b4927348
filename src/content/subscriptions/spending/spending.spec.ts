import { describe, expect, it } from 'vitest'

import { findChanges } from './findChanges.js'
import { findNextRenewal, perMonth, perYear } from './intervals.js'

describe('what a price comes to', () => {
  it.each([
    ['12.99', 1, 'month', '12.99', '155.88'],
    ['99.00', 1, 'year', '8.25', '99.00'],
    ['30.00', 3, 'month', '10.00', '120.00'],
    ['36.00', 30, 'day', '36.50', '438.00'],
    ['7.00', 1, 'week', '30.42', '365.00'],
  ])('should make %s each %i %s %s a month and %s a year', (price, count, unit, month, year) => {
    expect(perMonth({ count, price, unit })).toBe(month)
    expect(perYear({ count, price, unit })).toBe(year)
  })
})

it.each([
  ['3.299', 'KWD', '3.299', '39.588'],
  ['1490.00', 'JPY', '1490.00', '17880.00'],
  ['9.99', 'made up', '9.99', '119.88'],
])('should keep the decimals that %s of %s has', (price, currency, month, year) => {
  const args = { count: 1, currency, price, unit: 'month' }

  expect(perMonth(args)).toBe(month)
  expect(perYear(args)).toBe(year)
})

describe('the next renewal', () => {
  it.each([
    ['2026-05-30', 1, 'month', '2026-05-20', '2026-05-30'],
    ['2026-01-31', 1, 'month', '2026-02-01', '2026-02-28'],
    ['2026-01-31', 1, 'month', '2026-03-01', '2026-03-31'],
    ['2025-02-10', 1, 'year', '2026-05-20', '2027-02-10'],
    ['2026-05-01', 30, 'day', '2026-05-20', '2026-05-31'],
    ['2026-05-01', 2, 'week', '2026-05-16', '2026-05-29'],
  ])('should be counted on from %s by %i %s', (day, count, unit, today, next) => {
    expect(findNextRenewal({ count, day, today, unit })).toBe(next)
  })

  it('should not be guessed without an interval', () => {
    expect(findNextRenewal({ day: '2026-05-01', today: '2026-05-20' })).toBeUndefined()
    expect(findNextRenewal({ day: '2026-05-21', today: '2026-05-20' })).toBe('2026-05-21')
  })
})

it('should find where a price changed, apart for each subscription and currency', () => {
  const row = (day: string, amount: string, more: object = {}) => ({
    amount,
    chargedAt: `${day}T12:00:00.000Z`,
    currency: 'EUR',
    service: 'Films',
    subscription: null,
    ...more,
  })

  expect(
    findChanges([
      row('2026-01-09', '0.00'),
      row('2026-02-09', '10.99'),
      row('2026-02-10', '8.00', { currency: 'USD' }),
      row('2026-03-09', '10.99'),
      row('2026-03-10', '3.00', { subscription: 7 }),
      row('2026-04-09', '12.99'),
      row('2026-05-09', '11.99'),
    ]),
  ).toEqual([
    { currency: 'EUR', day: '2026-05-09', from: '12.99', service: 'Films', to: '11.99' },
    { currency: 'EUR', day: '2026-04-09', from: '10.99', service: 'Films', to: '12.99' },
  ])
})
