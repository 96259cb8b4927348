import { expect, it } from 'vitest'

import { toInnings, toOuts } from './innings.js'

it.each([
  ['5.2', 17],
  ['0.1', 1],
  ['0.0', 0],
  ['7.0', 21],
  ['11', 33],
  [' 4.1 ', 13],
])('should count the outs of %s innings: %i', (innings, outs) => {
  expect(toOuts(innings)).toBe(outs)
})

it.each(['5.3', '5.67', '-', '', 'five', '5.', '1e3'])('should take %j for no innings', (text) => {
  expect(toOuts(text)).toBeNull()
})

it('should write outs as innings', () => {
  expect([0, 1, 17, 21].map(toInnings)).toEqual(['0.0', '0.1', '5.2', '7.0'])
})
