import { expect, it } from 'vitest'

import { translateIn } from '../../translateIn.fixture.js'
import { formatDuration } from './formatDuration.js'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

it.each([
  [0, '0 ms'],
  [-5, '0 ms'],
  [849.6, '850 ms'],
  [SECOND, '1 s'],
  [59.9 * SECOND, '59 s'],
  [MINUTE, '1 min'],
  [3 * MINUTE + 12 * SECOND, '3 min 12 s'],
  [HOUR + 4 * MINUTE, '1 h 4 min'],
  [24 * HOUR, '1 d'],
  [50 * HOUR, '2 d 2 h'],
])('should write %d ms as %s', (ms, text) => {
  expect(formatDuration({ ms, t: translateIn('en') })).toBe(text)
})

it('should use the words of the language', () => {
  expect(formatDuration({ ms: HOUR + MINUTE, t: translateIn('uk') })).toBe('1 год 1 хв')
})
