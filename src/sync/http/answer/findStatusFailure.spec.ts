import { describe, expect, it } from 'vitest'

import { findStatusFailure } from './findStatusFailure.js'

describe('findStatusFailure', () => {
  it.each([200, 201, 204, 299])('should find none in %i', (status) => {
    expect(findStatusFailure(status)).toBeUndefined()
  })

  it.each([
    [400, 'requestRefused'],
    [401, 'credentialsRefused'],
    [403, 'accessDenied'],
    [404, 'notFound'],
    [408, 'unavailable'],
    [422, 'requestRefused'],
    [425, 'unavailable'],
    [429, 'rateLimited'],
    [500, 'unavailable'],
    [503, 'unavailable'],
    [599, 'unavailable'],
  ])('should take %i for %s', (status, kind) => {
    expect(findStatusFailure(status)).toBe(kind)
  })

  it.each([304, 399])(
    'should not take %i, which is no answer to what was asked, for a good one',
    (status) => {
      expect(findStatusFailure(status)).toBe('unavailable')
    },
  )
})
