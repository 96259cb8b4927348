import { describe, expect, it } from 'vitest'

import { findFailure } from './findFailure.js'

const find = ({ body, status }: { body: unknown; status: number }) =>
  findFailure({ body, headers: new Headers(), path: '/football/leagues', status })

describe('findFailure', () => {
  it('should take status 200 with a message and without data for an empty answer', () => {
    const message = 'Nothing was found, or it is not part of your subscription.'
    const body = { message, rate_limit: { remaining: 1 }, subscription: [], timezone: 'UTC' }

    expect(find({ body, status: 200 })).toEqual({ kind: 'emptyAnswer', message })
  })

  it('should find nothing wrong with an answer that has data, not even with an empty list', () => {
    expect(find({ body: { data: [] }, status: 200 })).toBeUndefined()
    expect(find({ body: { data: [], message: 'Nothing changed.' }, status: 200 })).toBeUndefined()
  })

  it('should leave an answer with neither data nor message to the shape check', () => {
    expect(find({ body: { timezone: 'UTC' }, status: 200 })).toBeUndefined()
    expect(find({ body: [1], status: 200 })).toBeUndefined()
  })

  it.each([
    { kind: 'credentialsRefused', status: 401 },
    { kind: 'accessDenied', status: 403 },
    { kind: 'notFound', status: 404 },
    { kind: 'requestRefused', status: 400 },
    { kind: 'requestRefused', status: 422 },
    { kind: 'unavailable', status: 500 },
    { kind: 'unavailable', status: 503 },
  ])('should take status $status for $kind', ({ kind, status }) => {
    expect(find({ body: { message: 'Why.' }, status })).toEqual({ kind, message: 'Why.' })
  })

  it.each([
    { body: { code: 5002, message: "You do not have access to the 'odds' include" } },
    { body: { code: 5007, message: 'You do not have access to this endpoint' } },
  ])('should know by code $body.code what the subscription does not hold', ({ body }) => {
    expect(find({ body, status: 403 })).toEqual({ kind: 'accessDenied', message: body.message })
    expect(find({ body, status: 200 })?.kind).toBe('accessDenied')
  })

  it('should show every reason of a refused request', () => {
    const body = {
      errors: {
        dateRange: ['You requested a date range of 124 days. The maximum range is 100 days.'],
        filters: ['Unknown filter.', 'Try again.'],
      },
      message: 'The given data was invalid.',
    }

    expect(find({ body, status: 422 })?.message).toBe(
      'The given data was invalid. dateRange: You requested a date range of 124 days. The ' +
        'maximum range is 100 days. filters: Unknown filter. Try again.',
    )
  })

  it('should show the error where there is no message, and the status where there is neither', () => {
    expect(find({ body: { error: 'Unauthenticated.' }, status: 401 })?.message).toBe(
      'Unauthenticated.',
    )
    expect(find({ body: {}, status: 404 })?.message).toBe('status 404 without a reason')
  })

  it('should read how long to wait from each known form of a spent quota', () => {
    const documented = {
      error: 'Too Many Requests',
      message: 'Rate limit of 3000 requests per hour exceeded.',
      rate_limit: { remaining: 0, resets_in: '30:47', total: 3000 },
      retry_after: 1847,
    }
    const likeSuccess = { message: 'Spent.', rate_limit: { resets_in_seconds: 60 } }
    const bare = { link: 'https://docs.example.test', message: 'You have reached your rate limit' }

    expect(find({ body: documented, status: 429 })).toMatchObject({
      kind: 'rateLimited',
      retryAfterMs: 1_847_000,
    })
    expect(find({ body: likeSuccess, status: 429 })).toMatchObject({ retryAfterMs: 60_000 })
    expect(find({ body: bare, status: 429 })).toEqual({
      kind: 'rateLimited',
      message: bare.message,
    })
    expect(find({ body: { code: 5005, message: 'Spent.' }, status: 400 })?.kind).toBe('rateLimited')
  })

  it('should survive fields of another type than documented', () => {
    const body = { code: 'x', errors: 'y', message: 'Why.', rate_limit: 1, retry_after: 'soon' }

    expect(find({ body, status: 429 })).toEqual({ kind: 'rateLimited', message: 'Why.' })
  })
})
