import { expect, it } from 'vitest'

import { describeError, describeStack } from './describeError.js'

const QUERY = 'Failed query: update "players" set "name" = $1\nparams: a person'

it('should say what the deepest cause says', () => {
  const cause = new Error('canceling statement due to statement timeout')

  expect(describeError(new Error(QUERY, { cause }))).toBe(cause.message)
  expect(describeError('no error at all')).toBe('no error at all')
})

it('should repeat no statement, whatever its cause is', () => {
  expect(describeError(new Error(QUERY, { cause: 'a text' }))).toBe('a database statement failed')
  expect(describeError(new Error(QUERY))).not.toContain('players')
})

it('should say where an error was thrown without repeating a statement', () => {
  const stack = describeStack(new Error(QUERY, { cause: new Error('it is locked') }))

  expect(stack).toMatch(/^Error: it is locked\n\s+at /)
  expect(stack).not.toContain('players')
  expect(describeStack('no error')).toBe('no error')
})
