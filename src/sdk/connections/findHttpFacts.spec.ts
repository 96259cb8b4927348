import { expect, it, vi } from 'vitest'

import type { HttpFacts } from '../index.js'
import type { Connection } from './Connection.js'

import { CredentialsRefusedError, defineProvider } from '../index.js'
import { findHttpFacts } from './findHttpFacts.js'

const connect = ({ credentials, settings }: Connection): HttpFacts => ({
  baseUrl: `http://127.0.0.1/${settings.branch as string}`,
  headers: { Authorization: `Key ${credentials.key}` },
})

const CONNECTIONS = {
  north: { credentials: { key: 'key-of-north' }, settings: { branch: 'n' } },
  south: { credentials: { key: 'key-of-south' }, settings: { branch: 's' } },
}

const define = (own: typeof connect) =>
  defineProvider({
    name: 'library',
    connect: own,
    connections: CONNECTIONS,
    label: 'Library',
    resources: {},
  })

it('should make the facts of each connection of its credentials and settings', () => {
  const provider = define(connect)

  expect(findHttpFacts({ connection: 'north', provider })).toEqual({
    baseUrl: 'http://127.0.0.1/n',
    headers: { Authorization: 'Key key-of-north' },
    secrets: ['key-of-north'],
  })
  expect(findHttpFacts({ connection: 'south', provider })?.baseUrl).toBe('http://127.0.0.1/s')
})

it('should make them once for a provider and connection', () => {
  const counted = vi.fn(connect)
  const provider = define(counted)

  const first = findHttpFacts({ connection: 'north', provider })

  expect(findHttpFacts({ connection: 'north', provider })).toBe(first)
  expect(findHttpFacts({ connection: 'south', provider })).not.toBe(first)
  expect(counted).toHaveBeenCalledTimes(2)
})

it('should find none for a connection that the provider does not have', () => {
  expect(findHttpFacts({ connection: 'west', provider: define(connect) })).toBeUndefined()
})

it('should give those of the config where there are some', () => {
  const http = { baseUrl: 'http://127.0.0.1' }
  const provider = defineProvider({ name: 'library', http, resources: {} })

  expect(findHttpFacts({ provider })).toBe(http)
  expect(findHttpFacts({ connection: 'north', provider })).toBeUndefined()
})

it('should say which connection fails, without its credentials', () => {
  const provider = define(({ credentials }) => {
    throw new TypeError(`Cannot use ${credentials.key}`)
  })

  expect(() => findHttpFacts({ connection: 'north', provider })).toThrow(
    expect.objectContaining({
      code: 'RESOURCE_FAILED',
      message: 'Library could not use its connection "north": Cannot use [redacted]',
    }),
  )
})

it('should leave an error what it says it is, without the credentials', () => {
  const provider = define(({ credentials }) => {
    throw new CredentialsRefusedError(`The account of ${credentials.key} is closed.`)
  })

  expect(() => findHttpFacts({ connection: 'north', provider })).toThrow(
    expect.objectContaining({
      code: 'CREDENTIALS_REFUSED',
      message: 'The account of [redacted] is closed.',
    }),
  )
})
