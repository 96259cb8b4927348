import { describe, expect, it } from 'vitest'

import { FAILURE_KINDS } from '../../../sdk/index.js'
import { FAILURES, toError } from './FAILURES.js'

describe('FAILURES', () => {
  it('should lead each kind to its action, its permanent code and to what it ends', () => {
    const table = FAILURE_KINDS.map((kind) => {
      const { code, reach } = toError({ kind, message: 'A reason.' })
      return [kind, FAILURES[kind].action, code, reach]
    })

    expect(table).toEqual([
      ['accessDenied', 'fail', 'ACCESS_DENIED', 'scope'],
      ['credentialsExpired', 'refreshAuth', 'CREDENTIALS_REFUSED', 'run'],
      ['credentialsRefused', 'fail', 'CREDENTIALS_REFUSED', 'run'],
      ['cursorLost', 'resetPagination', 'CURSOR_LOST', 'scope'],
      ['emptyAnswer', 'fail', 'EMPTY_ANSWER', 'scope'],
      ['invalidAnswer', 'fail', 'INVALID_ANSWER', 'run'],
      ['notFound', 'fail', 'NOT_FOUND', 'scope'],
      ['nothingHere', 'ignore', 'NOTHING_HERE', 'scope'],
      ['rateLimited', 'rateLimited', 'RATE_LIMITED', 'run'],
      ['requestRefused', 'fail', 'REQUEST_REFUSED', 'run'],
      ['turnedAway', 'rateLimited', 'TURNED_AWAY', 'run'],
      ['unavailable', 'repeat', 'PROVIDER_UNAVAILABLE', 'run'],
    ])
  })

  it.each(FAILURE_KINDS)('should repeat and put off %s where its action says so', (kind) => {
    const isRepeated = ['rateLimited', 'repeat'].includes(FAILURES[kind].action)

    expect(toError({ kind, message: 'A reason.' }).isRetryable).toBe(isRepeated)
  })

  it('should tell with which status a provider that is out of order answers', () => {
    expect(toError({ kind: 'unavailable', message: 'Out of order.', status: 500 })).toMatchObject({
      status: 500,
    })
  })

  it('should keep how long the provider asks to wait', () => {
    expect(toError({ kind: 'rateLimited', message: 'Spent.', retryAfterMs: 7000 })).toMatchObject({
      message: 'Spent.',
      retryAfterMs: 7000,
    })
  })
})
