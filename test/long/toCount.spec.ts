import { afterEach, describe, expect, it, vi } from 'vitest'

import { toCount } from './toCount.js'

afterEach(() => {
  vi.unstubAllEnvs()
})

const env = (values: { LONG?: string; LONG_COUNT?: string }) => {
  vi.stubEnv('LONG', values.LONG)
  vi.stubEnv('LONG_COUNT', values.LONG_COUNT)
}

describe('toCount', () => {
  it('should be short unless the long form was asked for', () => {
    env({})

    expect(toCount({ long: 50, short: 4 })).toBe(4)
  })

  it('should be long in the long form', () => {
    env({ LONG: 'true' })

    expect(toCount({ long: 50, short: 4 })).toBe(50)
  })

  it('should be what the command line says', () => {
    env({ LONG: 'true', LONG_COUNT: '7' })

    expect(toCount({ long: 50, short: 4 })).toBe(7)
  })

  it.each(['0', '1.5', 'many'])('should refuse the count %s', (count) => {
    env({ LONG: 'true', LONG_COUNT: count })

    expect(() => toCount({ long: 50, short: 4 })).toThrow('LONG_COUNT must be a whole number')
  })
})
