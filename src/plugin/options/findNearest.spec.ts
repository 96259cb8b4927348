import { expect, it } from 'vitest'

import { findNearest } from './findNearest.js'

const known = ['authors', 'books', 'loans', 'shelves', 'syncLogs']

it.each([
  ['book', 'books'],
  ['SyncLog', 'syncLogs'],
  ['shevles', 'shelves'],
  ['authorss', 'authors'],
  ['', 'books'],
])('should take %j for %j first', (name, nearest) => {
  expect(findNearest({ name, known })[0]).toBe(nearest)
})

it('should name three at most', () => {
  expect(findNearest({ name: 'book', known })).toHaveLength(3)
  expect(findNearest({ name: 'book', known: ['books'] })).toEqual(['books'])
})
