import { expect, it } from 'vitest'

import { formatCount } from './formatCount.js'

it('should use the separators of the language', () => {
  expect(formatCount({ count: 1234567, language: 'en' })).toBe('1,234,567')
  expect(formatCount({ count: 1234567, language: 'de' })).toBe('1.234.567')
})
