import { describe, expect, it } from 'vitest'

import { createClock } from './createClock.js'

const start = new Date('2025-05-25T15:00:00Z')

const createTestClock = () => {
  let real = 1_000_000
  const clock = createClock({ at: start, realNow: () => real })
  return {
    clock,
    pass: (ms: number) => {
      real += ms
    },
    passed: () => clock.now().getTime() - start.getTime(),
  }
}

describe('createClock', () => {
  it('should run in real time from the moment it is given', () => {
    const { pass, passed } = createTestClock()
    pass(1500)
    expect(passed()).toBe(1500)
  })

  it('should stand still while frozen, and still be movable', () => {
    const { clock, pass, passed } = createTestClock()
    pass(100)
    clock.freeze()
    pass(5000)
    expect(passed()).toBe(100)
    clock.advance(60_000)
    expect(passed()).toBe(60_100)
    clock.resume()
    pass(1)
    expect(passed()).toBe(60_101)
  })

  it('should run on from a moment it is set to, and refuse what is no moment', () => {
    const { clock, pass } = createTestClock()
    clock.set(new Date('2024-01-01T00:00:00Z'))
    pass(1000)
    expect(clock.now().toISOString()).toBe('2024-01-01T00:00:01.000Z')
    expect(() => clock.set(new Date('soon'))).toThrow('valid date')
  })
})
