import { describe, expect, it } from 'vitest'

import { readResetHint } from './readResetHint.js'

const NOW = new Date('2026-05-01T12:00:00.000Z')
const SECOND = NOW.getTime() / 1000

const read = ({ body, headers = {} }: { body?: unknown; headers?: Record<string, string> }) =>
  readResetHint({ body, headers: new Headers(headers), now: NOW })

describe('readResetHint', () => {
  it.each([
    ['seconds in a header', { headers: { 'X-RateLimit-Reset': '90' } }, 90_000],
    ['a second since 1970', { headers: { 'X-RateLimit-Reset': `${SECOND + 90}` } }, 90_000],
    ['a millisecond since 1970', { headers: { 'RateLimit-Reset': `${SECOND}500` } }, 500],
    ['a moment that has passed', { headers: { 'X-Rate-Limit-Reset': `${SECOND - 90}` } }, 0],
    ['seconds in the body', { body: { retry_after: 1847 } }, 1_847_000],
    ['seconds below', { body: { rate_limit: { resets_in_seconds: 2775 } } }, 2_775_000],
    [
      'a header before the body',
      { body: { retry_after: 5 }, headers: { 'X-RateLimit-Reset': '7' } },
      7000,
    ],
  ])('should read %s', (_name, answer, ms) => {
    expect(read(answer)).toBe(ms)
  })

  it.each([
    ['nothing', {}],
    ['words', { body: { retry_after: 'soon' }, headers: { 'X-RateLimit-Reset': 'soon' } }],
    ['a list', { body: [{ retry_after: 5 }] }],
    ['less than nothing', { body: { retry_after: -5 }, headers: { 'X-RateLimit-Reset': '-1' } }],
  ])('should say nothing of %s', (_name, answer) => {
    expect(read(answer)).toBeUndefined()
  })
})
