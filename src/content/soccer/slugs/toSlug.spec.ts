import { expect, it } from 'vitest'

import { toSlug } from './toSlug.js'

it.each([
  ['Premier League', 'premier-league'],
  ['  Ligue 1 – Uber Eats  ', 'ligue-1-uber-eats'],
  ['Süper Lig', 'super-lig'],
  ['Fußball', 'fussball'],
  ['Ekstraklasa Łódź', 'ekstraklasa-lodz'],
  ['Women’s Cup', 'womens-cup'],
  ['Прем’єр-ліга', 'премєр-ліга'],
  ['Суперліга України', 'суперліга-україни'],
  ['***', ''],
])('should turn %j into %j', (text, slug) => {
  expect(toSlug(text)).toBe(slug)
})
