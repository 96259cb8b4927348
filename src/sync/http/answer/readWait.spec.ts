import { describe, expect, it } from 'vitest'

import { readWait } from './readWait.js'

const NOW = new Date('2026-05-01T12:00:00.000Z')
const SECOND = NOW.getTime() / 1000

const read = (value: unknown): number | undefined => readWait({ now: NOW, value })

describe('readWait', () => {
  it.each([
    ['seconds', '120', 120_000],
    ['seconds as a number', 120, 120_000],
    ['parts of a second', '1.5', 1500],
    ['seconds with space and a sign', ' +7 ', 7000],
    ['zero', '0', 0],
    ['ten years of seconds', '315360000', 315_360_000_000],
    ['a second since 1970', `${SECOND + 90}`, 90_000],
    ['part of a second since 1970', `${SECOND}.25`, 250],
    ['a millisecond since 1970', `${SECOND}500`, 500],
    ['a moment since 1970 that has passed', `${SECOND - 90}`, 0],
    ['an HTTP date', 'Fri, 01 May 2026 12:01:30 GMT', 90_000],
    ['an HTTP date as RFC 850 wrote it', 'Friday, 01-May-26 12:01:30 GMT', 90_000],
    ['an HTTP date as C wrote it', 'Fri May  1 12:01:30 2026', 90_000],
    ['a date of ISO 8601', '2026-05-01T14:01:30+02:00', 90_000],
    ['a date that has passed', 'Fri, 01 May 2026 11:00:00 GMT', 0],
  ])('should read %s', (_name, value, ms) => {
    expect(read(value)).toBe(ms)
  })

  it.each([
    ['less than nothing', '-5'],
    ['less than nothing, as a number', -0.5],
    ['400 digits', '9'.repeat(400)],
    ['17 digits', '99999999999999999'],
    ['no number', 'NaN'],
    ['not a number', Number.NaN],
    ['no end', 'Infinity'],
    ['no end, as a number', Number.POSITIVE_INFINITY],
    ['hexadecimal digits', '0x10'],
    ['an exponent', '1e9'],
    ['two values', '5, 10'],
    ['words', 'a moment'],
    ['words that begin like a day', 'Friday maybe'],
    ['a year', '2026-05'],
    ['an empty text', ''],
    ['nothing', undefined],
    ['an object', {}],
    ['true', true],
  ])('should say nothing of %s', (_name, value) => {
    expect(read(value)).toBeUndefined()
  })
})
