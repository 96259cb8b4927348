import { expect, it } from 'vitest'

import { packJson, unpackJson } from './packJson.js'

it.each([
  ['the character with code zero', { at: 'a\u0000b' }],
  ['it in a key', { 'a\u0000b': [1] }],
  ['half of a character', ['\ud800']],
  ['it behind a backslash', '\\\u0000'],
])('should keep %s so that no column refuses it, and give it back', (_what, value) => {
  const packed = packJson(value)

  expect(JSON.stringify(packed)).not.toMatch(/[^\\](?:\\\\)*\\u/)
  expect(unpackJson(JSON.parse(JSON.stringify(packed)))).toEqual(value)
})

it.each([[null], [7], [{ next: 'a\\u0000' }], ['😀']])('should leave %j as it is', (value) => {
  expect(packJson(value)).toBe(value)
  expect(unpackJson(value)).toBe(value)
})
