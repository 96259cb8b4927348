import { expect, it } from 'vitest'

import { toInitials } from './index.client.js'

it.each([
  ['VfB Stuttgart', 'VS'],
  ['Borussia Mönchengladbach', 'BM'],
  ['1. FC Köln', '1K'],
  ['Çaykur Rizespor', 'ÇR'],
  ['Ajax', 'A'],
  ['Bayer 04 Leverkusen', 'BL'],
  ['К0см0навт', 'К'],
  ['– ', ''],
  ['', ''],
])('should shorten %j to %j', (name, expected) => {
  expect(toInitials(name)).toBe(expected)
})
