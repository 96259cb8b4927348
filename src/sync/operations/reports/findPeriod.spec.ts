import { describe, expect, it } from 'vitest'

import { findPeriod } from './findPeriod.js'

const now = new Date('2026-03-10T12:00:00Z')

describe('findPeriod', () => {
  it('should be the last thirty days', () => {
    expect(findPeriod({ now })).toEqual({
      bucketMs: 86_400_000,
      from: new Date('2026-02-08T12:00:00Z'),
      to: now,
    })
  })

  it('should take a last day whole', () => {
    expect(findPeriod({ from: '2026-02-01', now, to: '2026-02-28' })).toMatchObject({
      from: new Date('2026-02-01T00:00:00Z'),
      to: new Date('2026-03-01T00:00:00Z'),
    })
  })

  it('should show hours of two days, and a hundred parts at most of many', () => {
    const hours = { from: '2026-02-01T00:00:00+01:00', now, to: '2026-02-02T23:00:00Z' }
    expect(findPeriod(hours)).toMatchObject({ bucketMs: 3_600_000 })
    expect(findPeriod({ from: '2023-01-01', now })).toMatchObject({ bucketMs: 12 * 86_400_000 })
  })

  it.each([
    ['2026-02-30', undefined],
    ['yesterday', undefined],
    ['2026-02-01 10:00', undefined],
    ['2026-02-01T10:00:00', undefined],
    ['2026-03-11', undefined],
    ['2026-02-01', '2026-01-31'],
    ['', undefined],
  ])('should refuse from %s to %s', (from, to) => {
    expect(() => findPeriod({ from, now, to })).toThrow(RangeError)
  })
})
