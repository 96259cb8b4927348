import { describe, expect, it } from 'vitest'

import { readQuota } from './readQuota.js'

const read = ({ body, headers = {} }: { body: unknown; headers?: Record<string, string> }) =>
  readQuota({ body, headers: new Headers(headers), path: '/football/fixtures', status: 200 })

const rate_limit = { remaining: 2927, requested_entity: 'Fixture', resets_in_seconds: 2775 }

describe('readQuota', () => {
  it('should tell what is left for the entity that was asked for', () => {
    expect(read({ body: { data: [], rate_limit } })).toEqual([
      { name: 'Fixture', remaining: 2927, resetsInMs: 2_776_000, windowMs: 3_600_000 },
    ])
  })

  it('should take the size of the budget from the header', () => {
    expect(read({ body: { rate_limit }, headers: { 'X-RateLimit-Limit': '3000' } })).toEqual([
      { name: 'Fixture', limit: 3000, remaining: 2927, resetsInMs: 2_776_000, windowMs: 3_600_000 },
    ])
  })

  it('should tell nothing where the answer names no entity', () => {
    expect(read({ body: { message: 'Not found' } })).toEqual([])
    expect(read({ body: { rate_limit: { remaining: 0, total: 3000 } } })).toEqual([])
    expect(read({ body: null })).toEqual([])
  })
})
