import { describe, expect, it } from 'vitest'

import { FAILURE_KINDS } from '../../sdk/index.js'
import { toError } from './toError.js'

const errorsBy = <TValue>(read: (error: ReturnType<typeof toError>) => TValue) =>
  Object.fromEntries(
    FAILURE_KINDS.map((kind) => [kind, read(toError({ kind, message: 'A reason.' }))]),
  )

describe('toError', () => {
  it('should give each kind of failure its permanent code', () => {
    expect(errorsBy(({ code }) => code)).toEqual({
      accessDenied: 'ACCESS_DENIED',
      credentialsRefused: 'CREDENTIALS_REFUSED',
      emptyAnswer: 'EMPTY_ANSWER',
      invalidAnswer: 'INVALID_ANSWER',
      notFound: 'NOT_FOUND',
      rateLimited: 'RATE_LIMITED',
      requestRefused: 'REQUEST_REFUSED',
      unavailable: 'PROVIDER_UNAVAILABLE',
    })
  })

  it('should say that a repeat helps against a spent quota and a provider in trouble only', () => {
    expect(errorsBy(({ isRetryable }) => isRetryable)).toEqual({
      accessDenied: false,
      credentialsRefused: false,
      emptyAnswer: false,
      invalidAnswer: false,
      notFound: false,
      rateLimited: true,
      requestRefused: false,
      unavailable: true,
    })
  })

  it('should let a failure of one part leave the other parts readable', () => {
    expect(errorsBy(({ reach }) => reach)).toEqual({
      accessDenied: 'scope',
      credentialsRefused: 'run',
      emptyAnswer: 'scope',
      invalidAnswer: 'run',
      notFound: 'scope',
      rateLimited: 'run',
      requestRefused: 'run',
      unavailable: 'run',
    })
  })

  it('should keep how long the provider asks to wait', () => {
    expect(toError({ kind: 'rateLimited', message: 'Spent.', retryAfterMs: 7000 })).toMatchObject({
      message: 'Spent.',
      retryAfterMs: 7000,
    })
  })
})
