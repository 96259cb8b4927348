import { expect, it } from 'vitest'
import { z } from 'zod'

import type { HttpFacts, ProviderDefinition } from './index.js'

import { defineProvider, defineResource } from './index.js'

const HTTP: HttpFacts = { baseUrl: 'http://127.0.0.1' }

const books = defineResource({
  collection: 'books',
  externalId: ({ id }) => id,
  fetchPage: () => Promise.resolve({ records: [] }),
  map: () => ({}),
  schema: z.looseObject({ id: z.string() }),
  scopes: { full: () => [] },
})

const define = (definition: Partial<ProviderDefinition>) =>
  defineProvider({ name: 'library', resources: { books }, ...definition })

it('should have one connection with nothing to sign in with unless it is told of others', () => {
  const { connections } = define({ http: HTTP })

  expect([...connections]).toEqual([
    ['default', { name: 'default', credentials: {}, problems: [], settings: {} }],
  ])
})

it('should have the connections that the config names', () => {
  const { connections } = define({
    connect: () => HTTP,
    connections: {
      north: { credentials: { key: 'n' }, settings: { branch: 7 } },
      south: { credentials: { key: 's' } },
    },
  })

  expect([...connections.values()]).toEqual([
    { name: 'north', credentials: { key: 'n' }, problems: [], settings: { branch: 7 } },
    { name: 'south', credentials: { key: 's' }, problems: [], settings: {} },
  ])
})

it('should say of a connection which credentials it lacks', () => {
  const { connections } = define({
    connect: () => HTTP,
    connections: { north: { credentials: { key: undefined, user: ' ' } } },
    label: 'Library',
  })

  expect(connections.get('north')).toMatchObject({
    problems: [
      'The connection "north" of Library has no credential "key".',
      'The connection "north" of Library has no credential "user".',
    ],
  })
})

it('should refuse everything that cannot work, all at once and without a credential', () => {
  const refuse = () =>
    define({
      name: 'Library',
      connect: () => HTTP,
      connections: {
        'a/b': {},
        // As JavaScript may hand it over.
        north: { credentials: { pin: 123_456 as unknown as string } },
      },
      http: HTTP,
      resources: { books: { ...books, references: ['authors'] } },
    })

  expect(refuse).toThrow(
    expect.objectContaining({
      code: 'OPTIONS_INVALID',
      problems: [
        'provider name must match /^[a-z][a-z0-9-]*$/ (was "Library")',
        'give either http or connect, not both',
        'connection name must match /^[a-z][a-z0-9-]*$/i (was "a/b")',
        'credential "pin" of connection "north" must be text (was number)',
        'resource "books" refers to "authors", which the provider does not have',
      ],
    }),
  )
  expect(refuse).not.toThrow('123456')
})

it('should refuse connections that nothing is made of, and none at all', () => {
  expect(() => define({ connections: { north: {} }, http: HTTP })).toThrow(
    'connections are for a provider with connect or source',
  )
  expect(() => define({ connect: () => HTTP, connections: {} })).toThrow(
    'connections must name at least one',
  )
})

it.each([
  ['books.example.test/v1', 'has no http:// or https:// in front (was "books.example.test/v1")'],
  ['localhost:3000', 'has no http:// or https:// in front (was "localhost:3000")'],
  ['ftp://books.example.test', 'must be an http or https URL (was "ftp://books.example.test")'],
  ['https://me:s3cr3t@', 'must be an http or https URL (was "https://…@")'],
  ['', 'is empty: give the address where the provider answers'],
  [undefined as unknown as string, 'is empty: give the address where the provider answers'],
])('should say what is wrong with the address %s', (baseUrl, mistake) => {
  expect(() => define({ http: { baseUrl } })).toThrow(
    expect.objectContaining({ message: `defineProvider "library": http.baseUrl ${mistake}` }),
  )
})

it.each([
  [{ scopes: {} }, 'scopes.full: give it a function that lists what a full run reads'],
  [{ scopes: undefined }, 'scopes.full: give it a function that lists what a full run reads'],
  [{ map: undefined }, 'map: give it a function that makes a document of a record'],
  [{ fetchPage: [] }, 'fetchPage: give it a function that fetches a page of records'],
  [{ schema: {} }, 'schema: give it a schema of zod'],
  [{ externalId: 'id' }, "externalId: give it a function that says a record's id"],
  [{ collection: '' }, 'collection: give it the slug of the collection that it fills'],
])('should name what a resource lacks: %o', (lacking, mistake) => {
  const resource = { ...books, ...(lacking as object) }

  expect(() => define({ http: HTTP, resources: { books: resource } })).toThrow(
    expect.objectContaining({
      message: `defineProvider "library": resource "books" has no ${mistake}`,
    }),
  )
})

it('should say that a resource is none', () => {
  expect(() =>
    define({ http: HTTP, resources: { books: undefined as unknown as typeof books } }),
  ).toThrow(
    expect.objectContaining({
      message:
        'defineProvider "library": resource "books" must be what defineResource made (was undefined)',
    }),
  )
})

it('should refuse a header with characters that no header can carry', () => {
  expect(() => define({ http: { ...HTTP, headers: { 'X-Key': 'a\u2026b' } } })).toThrow(
    'header "X-Key" of http has characters that no header can carry',
  )
})
