import { expect, it } from 'vitest'

import { toTyped } from './toTyped.js'

it.each([
  ['number', '12', 12],
  ['number', ' 2,5 ', 2.5],
  ['number', '0', 0],
  ['number', 'ten', 'ten'],
  ['number', '', null],
  ['checkbox', 'true', true],
  ['checkbox', 'false', false],
  ['checkbox', '', null],
  ['date', '2026-01-02T03:04:05Z', '2026-01-02T03:04:05.000Z'],
  ['date', 'soon', 'soon'],
  ['text', ' as it is ', ' as it is '],
  ['text', '  ', null],
] as const)('should take what is typed for a %s: "%s"', (type, text, value) => {
  expect(toTyped({ field: { type }, text })).toBe(value)
})
