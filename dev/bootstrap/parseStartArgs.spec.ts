import { expect, it } from 'vitest'

import { parseStartArgs } from './parseStartArgs.mjs'

it('should take the demo set, any free port and the embedded database when nothing is said', () => {
  expect(parseStartArgs({ args: [], env: {} }).options).toEqual({
    databaseUrl: undefined,
    help: false,
    host: '127.0.0.1',
    isFresh: false,
    port: undefined,
    set: 'demo',
  })
})

it('should honour the flag for the whole set, PORT and DATABASE_URL', () => {
  expect(
    parseStartArgs({
      args: ['--all'],
      env: { DATABASE_URL: 'postgres://localhost/mine', PORT: '4000' },
    }).options,
  ).toMatchObject({ databaseUrl: 'postgres://localhost/mine', port: 4000, set: 'all' })
})

it.each([
  { name: 'an unknown flag', args: ['--nope'], env: {} },
  { name: 'a word that is no flag', args: ['nope'], env: {} },
  { name: 'a port that is no number', args: [], env: { PORT: 'http' } },
  { name: 'a port that cannot be', args: [], env: { PORT: '70000' } },
  { name: '--fresh with a database of their own', args: ['--fresh'], env: { DATABASE_URL: 'x' } },
])('should say what is wrong with $name', ({ args, env }) => {
  expect(parseStartArgs({ args, env }).problem).toEqual(expect.any(String))
})
