import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { SyncPluginOptions } from '../SyncPluginOptions.js'

import { library } from '../../../sdk/content/library.fixture.js'
import { defineProvider, defineResource } from '../../../sdk/index.js'
import { resolveOptions } from '../resolveOptions.js'

const books = defineResource({
  collection: 'books',
  externalId: ({ id }) => id,
  fetchPage: () => Promise.resolve({ records: [] }),
  fieldPolicies: { genre: 'ask', title: 'ask' },
  map: () => ({}),
  mergeTogether: [['title', 'author']],
  policy: 'provider',
  schema: z.looseObject({ id: z.string() }),
  scopes: { full: () => [] },
})

const { fieldPolicies: _, mergeTogether: __, policy: ___, ...plain } = books

const provider = defineProvider({
  name: 'acme',
  content: library,
  http: { baseUrl: 'https://acme.example' },
  resources: { books, loans: { ...plain, collection: 'loans' } },
})

const rulesOf = (resource: string, options: Omit<SyncPluginOptions, 'providers'> = {}) =>
  resolveOptions({ providers: [provider], ...options }).rules.get(`acme.${resource}`)

describe('the rules of a resource', () => {
  it('should be those of the plugin where nobody says anything', () => {
    expect(rulesOf('loans')).toEqual({
      fieldPolicies: {},
      mergeTogether: [],
      onLocalDelete: 'keepAway',
      onMissing: 'flag',
      policy: 'editor',
      writes: 'together',
    })
    expect(rulesOf('loans', { policy: 'ask' })).toMatchObject({ policy: 'ask' })
  })

  it('should be its own before those of the plugin', () => {
    expect(rulesOf('books', { policy: 'ask' })).toEqual({
      fieldPolicies: { genre: 'ask', title: 'ask' },
      mergeTogether: [['title', 'author']],
      onLocalDelete: 'keepAway',
      onMissing: 'flag',
      policy: 'provider',
      writes: 'together',
    })
  })

  it('should be those of the project before all others', () => {
    const resources = {
      'acme.books': {
        fieldPolicies: { title: 'editor' },
        mergeTogether: [],
        policy: 'ask',
        writes: 'plain',
      },
    } as const

    expect(rulesOf('books', { resources })).toEqual({
      fieldPolicies: { genre: 'ask', title: 'editor' },
      mergeTogether: [],
      onLocalDelete: 'keepAway',
      onMissing: 'flag',
      policy: 'ask',
      writes: 'plain',
    })
  })

  it('should be refused for a resource that nobody has, and for what cannot be', () => {
    expect(() => rulesOf('books', { resources: { 'acme.bocks': {} } })).toThrow(
      'resources.acme.bocks: no provider has such a resource; the nearest are "acme.books"',
    )
    expect(() => rulesOf('books', { policy: 'mine' as never })).toThrow('policy:')
    const mergeTogether = [
      ['title', 'author'],
      ['title', 'genre'],
    ]
    expect(() => rulesOf('books', { resources: { 'acme.books': { mergeTogether } } })).toThrow(
      'resources.acme.books.mergeTogether: "title" is there more than once',
    )
  })
})
