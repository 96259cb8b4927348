import { afterEach, beforeEach, expect, it, vi } from 'vitest'

import { createTurns } from './createTurns.js'

let now = 0

beforeEach(() => {
  now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
})
afterEach(() => vi.restoreAllMocks())

it('should let others have their turn when it has gone on for a while, and not before', async () => {
  const takeTurns = createTurns()
  const seen: string[] = []
  const other = (name: string) => setImmediate(() => seen.push(name))

  other('first')
  now = 9
  await takeTurns()
  expect(seen).toEqual([])
  now = 10
  await takeTurns()
  expect(seen).toEqual(['first'])

  other('second')
  now = 19
  await takeTurns()
  expect(seen).toEqual(['first'])
  now = 20
  await takeTurns()
  expect(seen).toEqual(['first', 'second'])
})
