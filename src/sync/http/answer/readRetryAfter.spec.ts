import { describe, expect, it } from 'vitest'

import { readRetryAfter } from './readRetryAfter.js'

const NOW = new Date('2026-05-01T12:00:00.000Z')

const read = (value?: string): number | undefined =>
  readRetryAfter({
    headers: new Headers(value === undefined ? {} : { 'Retry-After': value }),
    now: NOW,
  })

describe('readRetryAfter', () => {
  it.each([
    ['seconds', '120', 120_000],
    ['seconds with space around them', ' 7 ', 7000],
    ['zero seconds', '0', 0],
    ['an HTTP date', 'Fri, 01 May 2026 12:01:30 GMT', 90_000],
    ['a date that has passed', 'Fri, 01 May 2026 11:00:00 GMT', 0],
  ])('should read %s', (_name, value, ms) => {
    expect(read(value)).toBe(ms)
  })

  it.each([
    ['absent', undefined],
    ['empty', ''],
    ['words', 'a moment'],
  ])('should say nothing of a header that is %s', (_name, value) => {
    expect(read(value)).toBeUndefined()
  })
})
