import { describe, expect, it } from 'vitest'

import { readQuota } from './readQuota.js'

const read = (headers: Record<string, string>) =>
  readQuota({ body: {}, headers: new Headers(headers), path: '/fixtures', status: 200 })

describe('readQuota', () => {
  it('should tell the pair of the day from that of the minute', () => {
    expect(
      read({
        Date: 'Wed, 05 Mar 2031 23:00:00 GMT',
        'X-RateLimit-Limit': '300',
        'X-RateLimit-Remaining': '299',
        'x-ratelimit-requests-limit': '7500',
        'x-ratelimit-requests-remaining': '7011',
      }),
    ).toEqual([
      { name: 'day', limit: 7500, remaining: 7011, resetsInMs: 60 * 60_000, windowMs: 86_400_000 },
      { name: 'minute', limit: 300, remaining: 299, resetsInMs: 60_000, windowMs: 60_000 },
    ])
  })

  it('should tell what is there and guess nothing', () => {
    expect(read({ 'x-ratelimit-requests-remaining': '0' })).toEqual([
      { name: 'day', remaining: 0, windowMs: 86_400_000 },
    ])
    expect(read({ 'x-ratelimit-remaining': '' })).toEqual([])
    expect(read({})).toEqual([])
  })
})
