import { expect, it } from 'vitest'

import { translateIn } from '../../translateIn.fixture.js'
import { formatAge } from './formatAge.js'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const NOW = Date.UTC(2025, 3, 1, 12)

it.each([
  [0, 'just now'],
  [4 * SECOND, 'just now'],
  [-10 * MINUTE, 'just now'],
  [5 * SECOND, '5 s ago'],
  [59 * SECOND, '59 s ago'],
  [MINUTE, '1 min ago'],
  [119 * SECOND, '1 min ago'],
  [2 * HOUR, '2 h ago'],
  [47 * HOUR, '1 d ago'],
])('should tell %d ms after as %s', (elapsedMs, text) => {
  expect(formatAge({ now: NOW, t: translateIn('en'), then: NOW - elapsedMs })).toBe(text)
})

it('should put the words in the order of the language', () => {
  expect(formatAge({ now: NOW, t: translateIn('de'), then: NOW - 2 * MINUTE })).toBe('vor 2 Min.')
})
