import { expect, it } from 'vitest'

import { isUsableId } from './isUsableId.js'

it.each([
  'a b',
  'ä/ö?#',
  '😀',
  '0',
  '-0',
  '/a/path/',
  'https://example.com/7',
  'nullable',
  'a:b',
  'e'.repeat(2000),
])('should take %s', (id) => {
  expect(isUsableId(id)).toBe(true)
})

it.each([
  '',
  ' ',
  'undefined',
  ' null ',
  'undefined:2024',
  '7:NaN:2024-08-01',
  '7:undefined',
  ':2024',
  '7:',
  '[object Object]/7',
  'a\u0000b',
  '\ud800',
  'ä'.repeat(1001),
  7,
  null,
])('should refuse %j', (id) => {
  expect(isUsableId(id)).toBe(false)
})
