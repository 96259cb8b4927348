import type { LabelFunction, RelationshipField, SelectField, TextField } from 'payload'

import { describe, expect, it } from 'vitest'

import type { ContentDefinition } from './ContentKit.js'

import { OptionsError } from '../../shared/errors/index.js'
import { defineContent } from './defineContent.js'
import { GENRES, library } from './library.fixture.js'

/** What a label looks up, and nothing else: as Payload's `t` in a language without any texts. */
const keyOf = (label: unknown): string =>
  (label as LabelFunction)({ t: (key: string) => key } as Parameters<LabelFunction>[0])

const slugs = { authors: 'writers', books: 'volumes', loans: 'lendings' }

const create = (key: 'authors' | 'books' | 'loans', hasEditor = true) =>
  library.collections.get(key)!.create({ hasEditor, slugs })

const findTabs = (hasEditor: boolean) => {
  const [field] = create('books', hasEditor).fields
  return field?.type === 'tabs' ? field.tabs : []
}

describe('defineContent', () => {
  it('should keep the collections in the order given, with what they relate to', () => {
    expect([...library.collections].map(([key, { relatesTo }]) => [key, relatesTo])).toEqual([
      ['authors', []],
      ['books', ['authors']],
      ['loans', ['books']],
    ])
  })

  it('should hand the slugs of the project to a factory', () => {
    const [book] = create('loans').fields

    expect((book as RelationshipField).relationTo).toBe('volumes')
  })

  it('should look up labels where the texts of the kit are', () => {
    const { fields, labels } = create('authors')

    expect(keyOf(labels?.singular)).toBe('pluginSync:kits:library:collections:authors:singular')
    expect(keyOf(labels?.plural)).toBe('pluginSync:kits:library:collections:authors:plural')
    expect(keyOf((fields[0] as TextField).label)).toBe('pluginSync:kits:library:fields:name')
  })

  it('should turn values into options with names', () => {
    const { options } = findTabs(true)[0]!.fields[2] as SelectField

    expect(
      options.map((option) =>
        typeof option === 'string' ? option : [option.value, keyOf(option.label)],
      ),
    ).toEqual(GENRES.map((genre) => [genre, `pluginSync:kits:library:options:genre:${genre}`]))
  })

  it('should give a collection a part for editors, in the words of the plugin', () => {
    const [, editorial] = findTabs(true)

    expect(keyOf(editorial?.label)).toBe('pluginSync:tabs:editorial')
    expect(editorial?.fields).toMatchObject([{ name: 'review', type: 'richText' }])
    expect(keyOf((editorial?.fields[0] as TextField).label)).toBe(
      'pluginSync:kits:library:fields:review',
    )
  })

  it('should leave that part out in a project without an editor', () => {
    expect(findTabs(false)).toHaveLength(1)
  })

  it('should name the group in every language it speaks', () => {
    expect(create('books').admin?.group).toEqual({ de: 'Bibliothek', en: 'Library' })
  })

  it('should leave it to the plugin where there is no group', () => {
    expect(
      toKit({ group: undefined }).collections.get('books')!.create({ hasEditor: true, slugs }),
    ).not.toHaveProperty('admin.group')
  })

  it('should let a factory have labels and a group of its own', () => {
    const created = toKit({
      collections: {
        books: {
          create: () => ({
            admin: { group: 'Mine', hidden: true },
            fields: [],
            labels: { plural: 'Tomes', singular: 'Tome' },
          }),
        },
      },
    })
      .collections.get('books')!
      .create({ hasEditor: true, slugs })

    expect(created).toMatchObject({
      admin: { group: 'Mine', hidden: true },
      labels: { plural: 'Tomes', singular: 'Tome' },
    })
  })

  it('should fill in English what a language does not say', () => {
    expect(library.texts.de).toMatchObject({
      collections: { books: { plural: 'Bücher' }, loans: { plural: 'Loans' } },
      options: { genre: { novel: 'Novel' } },
    })
  })
})

describe('defineContent, for a kit that cannot work', () => {
  it.each([
    ['a name with capitals', { name: 'Library' }, 'kit name must match'],
    ['no collections', { collections: {} }, 'there are no collections'],
    [
      'a key with a dot',
      { collections: { 'old.books': { create: () => ({ fields: [] }) } } },
      'collection key must match',
    ],
    [
      'a relation to a collection that is not there',
      { collections: { books: { create: () => ({ fields: [] }), relatesTo: ['authors'] } } },
      'collection "books" relates to "authors", which the kit does not have',
    ],
    ['no English', { texts: { de: {} } }, 'there are no texts in English (en)'],
    [
      'a collection without a name',
      { texts: { en: { collections: { books: { plural: 'Books' } } } } },
      'there is no text "collections:books:singular" in en',
    ],
    ['a group without a name', { group: 'groups:books' }, 'there is no text "groups:books" in en'],
    [
      'a text that English does not have',
      {
        texts: {
          de: { fields: { titel: 'Titel' } },
          en: { collections: { books: { plural: 'Books', singular: 'Book' } } },
        },
      },
      'there is a text "fields:titel" in de, but none in en',
    ],
  ])('should refuse %s', (_name, given, problem) => {
    expect(findProblems(given)).toEqual(expect.arrayContaining([expect.stringContaining(problem)]))
  })

  it('should list all that is wrong at once', () => {
    expect(
      findProblems({
        name: 'My library',
        collections: { books: { create: () => ({ fields: [] }), relatesTo: ['a', 'b'] } },
      }),
    ).toEqual([
      'kit name must match /^[a-z][a-z0-9-]*$/ (was "My library")',
      'collection "books" relates to "a", which the kit does not have',
      'collection "books" relates to "b", which the kit does not have',
    ])
  })
})

const TEXTS = { collections: { books: { plural: 'Books', singular: 'Book' } } }

type Definition = ContentDefinition<'books', typeof TEXTS>

const toKit = (given: Partial<Definition> = {}) =>
  defineContent<'books', typeof TEXTS>({
    name: 'library',
    collections: { books: { create: () => ({ fields: [] }) } },
    texts: { en: TEXTS },
    ...given,
  })

const findProblems = (given: unknown): readonly string[] => {
  try {
    toKit(given as Partial<Definition>)
  } catch (error) {
    expect(error).toBeInstanceOf(OptionsError)
    return (error as OptionsError).problems
  }
  return []
}
