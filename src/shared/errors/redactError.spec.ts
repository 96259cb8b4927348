import { expect, it } from 'vitest'

import { isSyncError, RateLimitedError } from './index.js'
import { redactError } from './redactError.js'

const SECRETS = ['my-password']

it('should take secrets out of an error, and leave what it is and when to try again', () => {
  const error = new RateLimitedError({ message: 'Wait, my-password.', retryAfterMs: 5000 })

  const clean = redactError({ error, secrets: SECRETS })

  expect(clean).toBeInstanceOf(RateLimitedError)
  expect(isSyncError(clean, 'RATE_LIMITED')).toBe(true)
  expect(clean).toMatchObject({
    name: 'RateLimitedError',
    isRetryable: true,
    message: 'Wait, [redacted].',
    retryAfterMs: 5000,
  })
  expect(clean.stack).not.toContain('my-password')
})

it('should leave the cause out', () => {
  const error = new Error('No.', { cause: new Error('my-password') })

  expect(redactError({ error, secrets: SECRETS })).not.toHaveProperty('cause')
})

it('should make an error of what is none', () => {
  expect(redactError({ error: 'Not with my-password', secrets: SECRETS })).toMatchObject({
    message: 'Not with [redacted]',
  })
})
