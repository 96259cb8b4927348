import { describe, expect, it } from 'vitest'

import { toDayRange, toLocalDay } from './toDayRange.js'

describe('the range of a day', () => {
  it.each([
    // An ordinary day, east and west of UTC.
    ['2026-05-09', 'UTC', '2026-05-09T00:00:00.000Z', 24],
    ['2026-05-09', 'Asia/Kolkata', '2026-05-08T18:30:00.000Z', 24],
    ['2026-05-09', 'America/Los_Angeles', '2026-05-09T07:00:00.000Z', 24],
    ['2026-01-01', 'Pacific/Kiritimati', '2025-12-31T10:00:00.000Z', 24],
    // The clock is put forward and back.
    ['2026-03-29', 'Europe/Berlin', '2026-03-28T23:00:00.000Z', 23],
    ['2026-10-25', 'Europe/Berlin', '2026-10-24T22:00:00.000Z', 25],
    ['2026-03-08', 'America/New_York', '2026-03-08T05:00:00.000Z', 23],
    ['2026-11-01', 'America/New_York', '2026-11-01T04:00:00.000Z', 25],
    // By half an hour.
    ['2026-10-04', 'Australia/Lord_Howe', '2026-10-03T13:30:00.000Z', 23.5],
    // At midnight itself: the day begins at 01:00, and the one before has its last hour twice.
    ['2018-11-04', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z', 23],
    ['2018-02-17', 'America/Sao_Paulo', '2018-02-17T02:00:00.000Z', 25],
    // A day that a country left out.
    ['2011-12-30', 'Pacific/Apia', '2011-12-30T10:00:00.000Z', 0],
  ])('should be right for %s in %s', (day, timeZone, from, hours) => {
    const range = toDayRange({ day, timeZone })

    expect(range.from.toISOString()).toBe(from)
    expect((range.to.getTime() - range.from.getTime()) / 3_600_000).toBe(hours)
  })

  it('should be that of a moment, where it is that day', () => {
    const moment = new Date('2026-05-09T22:30:00.000Z')

    expect(toLocalDay({ moment, timeZone: 'Europe/Berlin' })).toBe('2026-05-10')
    expect(toDayRange({ day: moment, timeZone: 'Europe/Berlin' })).toEqual(
      toDayRange({ day: '2026-05-10', timeZone: 'Europe/Berlin' }),
    )
  })

  it.each([
    ['2026-02-30', 'UTC'],
    ['9 May 2026', 'UTC'],
    ['2026-05-09T12:00:00Z', 'UTC'],
    ['2026-05-09', 'Berlin'],
  ])('should refuse %s in %s', (day, timeZone) => {
    expect(() => toDayRange({ day, timeZone })).toThrow(RangeError)
  })
})
