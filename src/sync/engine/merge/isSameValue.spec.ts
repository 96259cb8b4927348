import { describe, expect, it } from 'vitest'

import { isSameValue } from './isSameValue.js'

describe('isSameValue', () => {
  it('should take nothing said and null for the same', () => {
    expect(isSameValue({ a: undefined, b: null, field: { type: 'text' } })).toBe(true)
    expect(isSameValue({ a: null, b: undefined, field: { type: 'date' } })).toBe(true)
  })

  it.each([
    ['an empty text', ''],
    ['zero', 0],
    ['false', false],
    ['an empty list', []],
  ])('should tell %s from null', (_name, value) => {
    expect(isSameValue({ a: value, b: null, field: { type: 'json' } })).toBe(false)
  })

  it.each([
    ['without milliseconds', '2026-05-01T12:00:00Z'],
    ['in another timezone', '2026-05-01T14:00:00+02:00'],
    ['as Postgres writes it', '2026-05-01 12:00:00+00'],
    ['as a Date', new Date('2026-05-01T12:00:00.000Z')],
  ])('should know a moment written %s', (_name, written) => {
    const stored = '2026-05-01T12:00:00.000Z'

    expect(isSameValue({ a: stored, b: written, field: { type: 'date' } })).toBe(true)
  })

  it('should tell two moments apart', () => {
    const same = isSameValue({
      a: '2026-05-01T12:00:00.000Z',
      b: '2026-05-01T12:00:00.001Z',
      field: { type: 'date' },
    })

    expect(same).toBe(false)
  })

  it('should tell a moment from none, also the one that counts as zero', () => {
    expect(isSameValue({ a: '1970-01-01T00:00:00.000Z', b: null, field: { type: 'date' } })).toBe(
      false,
    )
  })

  it('should compare a text that looks like a date letter by letter', () => {
    const same = isSameValue({
      a: '2026-05-01T12:00:00Z',
      b: '2026-05-01T12:00:00.000Z',
      field: { type: 'text' },
    })

    expect(same).toBe(false)
  })

  it('should not mind the order of keys in JSON, at any depth', () => {
    const same = isSameValue({
      a: [{ minute: 4, team: { id: 1, name: 'Celtic' } }],
      b: [{ minute: 4, team: { id: 1, name: 'Celtic' } }].map(({ minute, team }) => ({
        minute,
        team: { id: team.id, name: team.name },
      })),
      field: { type: 'json' },
    })

    expect(same).toBe(true)
  })

  it('should mind the order of a list', () => {
    expect(isSameValue({ a: [1, 2], b: [2, 1], field: { type: 'json' } })).toBe(false)
  })

  it('should tell a number from the text that looks like it', () => {
    expect(isSameValue({ a: 1, b: '1', field: { type: 'number' } })).toBe(false)
  })

  it('should compare days without a time by the day', () => {
    const isSame = (a: string, b: string) =>
      isSameValue({ a, b, field: { type: 'date', isDay: true } })

    expect(isSame('1995-02-08T12:00:00.000Z', '1995-02-08T12:00:41.000Z')).toBe(true)
    expect(isSame('1995-02-08T12:00:00.000Z', '1995-02-08')).toBe(true)
    expect(isSame('1995-02-08T12:00:00.000Z', '1995-02-07T12:00:00.000Z')).toBe(false)
  })
})
