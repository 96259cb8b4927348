import { expect, it } from 'vitest'

import { aboutRequests } from './aboutRequests.js'

it.each([
  [0, 6],
  [1, 37],
  [2, 68],
  [4, 130],
  [1000, 32_000],
])('should take for %d about %d requests', (count, requests) => {
  expect(aboutRequests({ count, estimate: { each: 31, fixed: 6 } })).toBe(requests)
})

it('should round up, so that nobody is surprised', () => {
  expect(aboutRequests({ count: 1, estimate: { each: 0.5, fixed: 0 } })).toBe(1)
  expect(aboutRequests({ count: 1, estimate: { each: 101, fixed: 0 } })).toBe(110)
})

it('should say nothing where nobody can tell', () => {
  expect(aboutRequests({ count: 3, estimate: null })).toBeNull()
})
