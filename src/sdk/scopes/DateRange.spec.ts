import { describe, expect, it } from 'vitest'

import { addDays, splitDateRange, toDateRange } from './DateRange.js'

const NOW = new Date('2031-03-05T23:59:00Z')

describe('toDateWindow', () => {
  it('should hold whole days in UTC on both sides of now', () => {
    expect(toDateRange({ daysAhead: 14, daysBack: 3, now: NOW, since: undefined })).toEqual({
      from: '2031-03-02',
      to: '2031-03-19',
    })
  })

  it('should begin some days before the last complete run', () => {
    const since = new Date('2030-12-31T00:00:00Z')

    expect(toDateRange({ daysAhead: 0, daysBack: 1, now: NOW, since })).toEqual({
      from: '2030-12-30',
      to: '2031-03-05',
    })
  })
})

describe('splitDateWindow', () => {
  it('should leave a short range whole, also one of a single day', () => {
    const range = { from: '2031-03-02', to: '2031-03-02' }

    expect(splitDateRange({ maxDays: 100, range })).toEqual([range])
    expect(splitDateRange({ maxDays: 1, range })).toEqual([range])
  })

  it('should cut a long one without gap or overlap', () => {
    const parts = splitDateRange({
      maxDays: 100,
      range: { from: '2030-01-01', to: '2031-02-01' },
    })

    expect(parts[0]).toEqual({ from: '2030-01-01', to: '2030-04-10' })
    expect(parts.at(-1)?.to).toBe('2031-02-01')
    for (const [index, { from, to }] of parts.entries()) {
      expect(to <= addDays({ date: from, days: 99 })).toBe(true)
      const before = parts[index - 1]
      if (before) {
        expect(from).toBe(addDays({ date: before.to, days: 1 }))
      }
    }
  })

  it('should cut into single days', () => {
    const days = splitDateRange({ maxDays: 1, range: { from: '2032-02-28', to: '2032-03-01' } })

    expect(days.map(({ from, to }) => [from, to])).toEqual([
      ['2032-02-28', '2032-02-28'],
      ['2032-02-29', '2032-02-29'],
      ['2032-03-01', '2032-03-01'],
    ])
  })
})
