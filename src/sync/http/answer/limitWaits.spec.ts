import { describe, expect, it } from 'vitest'

import { limitQuotas, limitWait } from './limitWaits.js'

const HOUR_MS = 3_600_000

describe('limitWait', () => {
  it.each([
    ['a short one', 5000, 5000],
    ['none', undefined, undefined],
    ['ten years', 315_360_000_000, HOUR_MS],
    ['for ever', Number.POSITIVE_INFINITY, HOUR_MS],
    ['no number', Number.NaN, undefined],
    ['less than nothing', -1, undefined],
  ])('should take %s as it makes sense', (_name, ms, expected) => {
    expect(limitWait({ ms })).toBe(expected)
  })

  it('should allow what the facts do', () => {
    expect(limitWait({ longestWaitMs: 24 * HOUR_MS, ms: 20 * HOUR_MS })).toBe(20 * HOUR_MS)
    expect(limitWait({ longestWaitMs: 1000, ms: 5000 })).toBe(1000)
  })
})

describe('limitQuotas', () => {
  it('should let a budget last for its window and no longer', () => {
    const day = { name: 'day', remaining: 0, resetsInMs: 99 * HOUR_MS, windowMs: 24 * HOUR_MS }
    expect(limitQuotas({ quotas: [day, { ...day, windowMs: undefined }] })).toMatchObject([
      { resetsInMs: 24 * HOUR_MS },
      { resetsInMs: HOUR_MS },
    ])
  })

  it('should leave out what makes no sense', () => {
    expect(
      limitQuotas({
        quotas: [
          { name: 'minute', remaining: Number.NaN },
          { name: 'hour', remaining: Number.POSITIVE_INFINITY },
          { name: 'day', limit: -1, remaining: -3, resetsInMs: -1, windowMs: Number.NaN },
        ],
      }),
    ).toEqual([
      { name: 'day', limit: undefined, remaining: 0, resetsInMs: undefined, windowMs: undefined },
    ])
  })
})
