import type { JsonObject, Scope } from 'payload-plugin-sync/sdk'

import {
  defineContent,
  defineProvider,
  defineResource,
  InvalidAnswerError,
  mapGiven,
  reference,
  withoutAbsent,
} from 'payload-plugin-sync/sdk'
import { z } from 'zod'

/** Authors and their books, whatever library they stand in. */
const content = defineContent({
  name: 'library',
  collections: {
    authors: {
      create: ({ label }) => ({
        admin: { useAsTitle: 'name' },
        fields: [
          { name: 'name', type: 'text', label: label('fields:name'), required: true },
          { name: 'born', type: 'number', label: label('fields:born') },
        ],
      }),
    },
    books: {
      create: ({ label, slugs: { authors } }) => ({
        admin: { useAsTitle: 'title' },
        fields: [
          { name: 'title', type: 'text', label: label('fields:title'), required: true },
          { name: 'pages', type: 'number', label: label('fields:pages') },
          { name: 'by', type: 'relationship', label: label('fields:by'), relationTo: authors },
        ],
      }),
      relatesTo: ['authors'],
    },
  },
  group: 'groups:library',
  texts: {
    en: {
      collections: {
        authors: { plural: 'Authors', singular: 'Author' },
        books: { plural: 'Books', singular: 'Book' },
      },
      fields: { name: 'Name', born: 'Born in', by: 'By', pages: 'Pages', title: 'Title' },
      groups: { library: 'Library' },
    },
  },
})

const COLUMNS = 'id;name;born'

/** The whole list in one file. Without its header nothing proves that it is one. */
const readAuthors = (csv: string): unknown[] => {
  const [header, ...lines] = csv.trimEnd().split('\r\n')
  if (header !== COLUMNS) {
    throw new InvalidAnswerError('The library sent something else than its list of authors.')
  }
  return lines.map((line) => {
    const [id, name, born] = line.split(';')
    return { id, name, born }
  })
}

const toNumber = (text: string): null | number => (text === '' ? null : Number(text))

const authors = defineResource({
  collection: 'authors',
  externalId: ({ id }) => id,
  fetchPage: async ({ http, signal }) => ({
    records: readAuthors(await http.get('/authors.csv', { as: 'text', signal })),
  }),
  map: ({ name, born }) => ({ name, born: toNumber(born) }),
  schedules: [{ cron: '0 3 * * 1', mode: 'full' }],
  schema: z.looseObject({ id: z.string(), name: z.string(), born: z.string() }),
  scopes: {
    full: () => [{ key: 'all', label: 'All authors', params: {}, provesAbsence: true }],
  },
})

const searchSchema = z.looseObject({
  hits: z.array(z.looseObject({ id: z.string() })),
  nextPage: z.int().nullable(),
})

const rootSchema = z.looseObject({ name: z.literal('book') })
const textSchema = z.tuple([z.looseObject({ text: z.string() })])
const bookSchema = z.looseObject({
  attributes: z.looseObject({ id: z.string(), author: z.string().optional() }),
  elements: z.looseObject({ pages: textSchema.optional(), title: textSchema }),
})

/** One search for the ids on a page, and one request for each book. */
const books = defineResource({
  collection: 'books',
  externalId: ({ attributes: { id } }) => id,
  fetchPage: async ({ cursor = 1, http, scope, signal }) => {
    const { hits, nextPage } = await http.post('/search', {
      body: { json: { ...scope, page: cursor } },
      schema: searchSchema,
      signal,
    })
    const records = await Promise.all(
      hits.map(({ id }) => http.get(`/books/${id}.xml`, { as: 'xml', schema: rootSchema, signal })),
    )
    return { records, ...(nextPage !== null && { next: nextPage }) }
  },
  map: ({ attributes: { author }, elements: { pages, title } }) =>
    withoutAbsent({
      by: author && reference({ externalId: author, resource: 'authors' }),
      pages: mapGiven({ map: ([{ text }]) => toNumber(text), value: pages }),
      title: title[0].text,
    }),
  references: ['authors'],
  schedules: [{ cron: '0 * * * *', mode: 'incremental' }],
  schema: bookSchema,
  scopes: {
    full: (): Scope<JsonObject>[] => [
      { key: 'all', label: 'All books', params: {}, provesAbsence: true },
    ],
    incremental: ({ now, since = now }): Scope<JsonObject>[] => [
      { key: 'new', label: 'New books', params: { changedSince: since.toISOString() } },
    ],
  },
})

type LibraryOptions = {
  baseUrl: string
  /** The key of each branch, by its name. */
  keys: Record<string, string | undefined>
}

/** A made-up library: lists as CSV, a search by POST, details as XML, and a key for each branch. */
export const library = ({ baseUrl, keys }: LibraryOptions) =>
  defineProvider({
    name: 'library',
    connect: ({ name, credentials: { key = '' } }) => ({
      baseUrl: `${baseUrl}/${name}`,
      headers: { 'x-key': key },
    }),
    connections: Object.fromEntries(
      Object.entries(keys).map(([branch, key]) => [branch, { credentials: { key } }]),
    ),
    content,
    label: 'Library',
    resources: { authors, books },
  })
