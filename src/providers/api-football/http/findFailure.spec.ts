import { describe, expect, it } from 'vitest'

import { findFailure } from './findFailure.js'

type AnswerArgs = { body?: unknown; errors?: unknown; headers?: HeadersInit; status?: number }

const find = ({ errors = [], headers, status = 200, ...rest }: AnswerArgs) =>
  findFailure({
    body: 'body' in rest ? rest.body : { errors, response: [], results: 0 },
    headers: new Headers(headers),
    path: '/fixtures',
    status,
  })

describe('findFailure', () => {
  it.each([
    { name: 'an empty list', errors: [] },
    { name: 'an empty object', errors: {} },
    { name: 'nothing', errors: null },
  ])('should find none where errors is $name', ({ errors }) => {
    expect(find({ errors })).toBeUndefined()
  })

  it.each([
    ['token', 'credentialsRefused', 'Error/Missing application key.'],
    ['access', 'credentialsRefused', 'Your account is suspended.'],
    ['plan', 'accessDenied', 'Free plans do not have access to this season.'],
    ['required', 'requestRefused', 'At least one parameter is required.'],
    ['country', 'requestRefused', 'The Country field cannot be used with the Search field.'],
    ['from', 'requestRefused', 'The From field need another parameter.'],
  ])('should take %s for %s, in the words of the provider', (key, kind, text) => {
    expect(find({ errors: { [key]: text } })).toEqual({ kind, message: `${key}: ${text}` })
  })

  it('should take a bug, which comes as a list, for trouble of the provider', () => {
    const errors = [{ bug: 'Something is wrong.', report: 'Tell us.', time: '2031-03-05' }]

    expect(find({ errors })).toMatchObject({ kind: 'unavailable' })
  })

  it.each([['a text'], [['a text in a list']], [[7]]])(
    'should not take errors of a form nobody knows for none: %j',
    (errors) => {
      expect(find({ errors })).toMatchObject({ kind: 'requestRefused' })
    },
  )

  it('should let the gravest of several decide', () => {
    const errors = { plan: 'Not in your plan.', requests: 'Limit of the day.', token: 'No key.' }

    expect(find({ errors })).toMatchObject({ kind: 'credentialsRefused' })
  })

  it('should wait a minute when the minute is spent', () => {
    expect(find({ errors: { rateLimit: 'Too many requests.' } })).toMatchObject({
      kind: 'rateLimited',
      retryAfterMs: 60_000,
    })
    expect(find({ body: { message: 'Too many requests' }, status: 429 })).toMatchObject({
      kind: 'rateLimited',
      retryAfterMs: 60_000,
    })
  })

  it('should wait for midnight in UTC when the day is spent', () => {
    const errors = { requests: 'You have reached the request limit for the day.' }
    const headers = { date: 'Wed, 05 Mar 2031 22:30:00 GMT' }

    expect(find({ errors, headers })).toMatchObject({
      kind: 'rateLimited',
      retryAfterMs: 90 * 60_000,
    })
    expect(find({ errors })).toMatchObject({ retryAfterMs: 60 * 60_000 })
  })

  it('should take status 499, a time-out of the provider, for one that a repeat may cure', () => {
    expect(find({ body: { message: 'Time out' }, status: 499 })).toMatchObject({
      kind: 'unavailable',
    })
  })

  it('should leave other statuses to what they say everywhere', () => {
    expect(find({ body: { message: 'Down' }, status: 500 })).toBeUndefined()
    expect(find({ body: 'text', status: 502 })).toBeUndefined()
  })
})
