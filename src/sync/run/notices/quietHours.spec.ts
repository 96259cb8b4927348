import { expect, it } from 'vitest'

import { findQuietEnd } from './quietHours.js'

const berlin = { from: '22:00', timezone: 'Europe/Berlin', to: '07:00' }

it.each([
  ['in the evening', '2026-01-10T21:30:00Z', '2026-01-11T06:00:00.000Z'],
  ['at its first minute', '2026-01-10T21:00:00Z', '2026-01-11T06:00:00.000Z'],
  ['after midnight', '2026-01-11T02:15:30Z', '2026-01-11T06:00:00.000Z'],
  ['in summer', '2026-07-10T20:00:00Z', '2026-07-11T05:00:00.000Z'],
  ['in the night in which an hour is left out', '2026-03-28T22:00:00Z', '2026-03-29T05:00:00.000Z'],
  ['in the night in which an hour comes twice', '2026-10-24T21:00:00Z', '2026-10-25T06:00:00.000Z'],
])('should end in the morning, asked %s', (_name, now, end) => {
  expect(findQuietEnd({ now: new Date(now), quietHours: berlin })?.toISOString()).toBe(end)
})

it.each([
  ['by day', '2026-01-10T12:00:00Z'],
  ['at its last minute', '2026-01-11T06:00:00Z'],
  ['just before it', '2026-01-10T20:59:59Z'],
])('should not be quiet %s', (_name, now) => {
  expect(findQuietEnd({ now: new Date(now), quietHours: berlin })).toBeNull()
})

it('should be quiet between two hours of one day, and never between an hour and itself', () => {
  const noon = { from: '12:00', timezone: 'UTC', to: '13:30' }
  const at = (time: string, quietHours = noon) =>
    findQuietEnd({ now: new Date(`2026-01-10T${time}Z`), quietHours })?.toISOString()

  expect(at('12:10:00')).toBe('2026-01-10T13:30:00.000Z')
  expect(at('13:30:00')).toBeUndefined()
  expect(at('11:00:00')).toBeUndefined()
  expect(at('12:00:00', { from: '12:00', timezone: 'UTC', to: '12:00' })).toBeUndefined()
})
