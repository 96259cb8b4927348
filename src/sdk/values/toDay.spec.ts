import { describe, expect, it } from 'vitest'

import { toDay } from './toDay.js'

describe('toDay', () => {
  it.each([
    ['1995-02-08', '1995-02-08T12:00:00.000Z'],
    ['2024-02-29', '2024-02-29T12:00:00.000Z'],
    ['2025-08-23 00:00:00', '2025-08-23T12:00:00.000Z'],
    ['2025-08-23T22:00:00Z', '2025-08-23T12:00:00.000Z'],
    ['', null],
    ['0000-00-00', null],
    ['1995-02-30x', null],
    ['tomorrow', null],
    ['08/02/1995', null],
  ])('should make %j %j', (value, expected) => {
    expect(toDay(value)).toBe(expected)
  })

  it.each(['America/New_York', 'Europe/Berlin', 'Pacific/Pago_Pago', 'Asia/Tokyo'])(
    'should be the same day in %s',
    (timeZone) => {
      const format = new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone })

      expect(format.format(new Date(toDay('1995-02-08')!))).toBe('1995-02-08')
    },
  )
})
