import { describe, expect, it } from 'vitest'

import type { SyncPluginOptions } from './SyncPluginOptions.js'

import { library } from '../../sdk/content/library.fixture.js'
import { defineContent, defineProvider } from '../../sdk/index.js'
import { OptionsError } from '../../shared/errors/index.js'
import { resolveOptions } from './resolveOptions.js'

type ToKitArgs = { keys: readonly string[]; name: string }

const toKit = ({ name, keys }: ToKitArgs) =>
  defineContent({
    name,
    collections: Object.fromEntries(keys.map((key) => [key, { create: () => ({ fields: [] }) }])),
    texts: {
      en: {
        collections: Object.fromEntries(keys.map((key) => [key, { plural: key, singular: key }])),
      },
    },
  })

const shop = toKit({ name: 'book-shop', keys: ['books', 'orders'] })

const toProvider = (name: string, content: typeof library | typeof shop) =>
  defineProvider({ name, content, http: { baseUrl: 'http://127.0.0.1' }, resources: {} })

const resolve = (
  collections: SyncPluginOptions['collections'],
  kits: Parameters<typeof toProvider>[1][] = [library, shop],
) =>
  resolveOptions({
    collections,
    providers: kits.map((kit, index) => toProvider(`provider-${index}`, kit)),
  })

const findProblems = (...args: Parameters<typeof resolve>): readonly string[] => {
  try {
    resolve(...args)
  } catch (error) {
    expect(error).toBeInstanceOf(OptionsError)
    return (error as OptionsError).problems
  }
  return []
}

const slugsOf = ({ content }: ReturnType<typeof resolve>): Record<string, string> =>
  Object.fromEntries(content.map(({ slug, key, kit }) => [`${kit.name}.${key}`, slug]))

describe('two kits with an equal key', () => {
  it('should be refused with a message that says how to mend it', () => {
    expect(() => resolve({})).toThrow(
      new OptionsError({
        problems: [
          'the kits "library" and "book-shop" each have a collection "books"; give all but one ' +
            "another slug: collections: { 'book-shop.books': { slug: 'bookShopBooks' } }",
        ],
      }),
    )
  })

  it('should work with that', () => {
    expect(
      slugsOf(resolve({ 'book-shop.books': { slug: 'bookShopBooks' }, orders: { slug: 'sales' } })),
    ).toEqual({
      'book-shop.books': 'bookShopBooks',
      'book-shop.orders': 'sales',
      'library.authors': 'authors',
      'library.books': 'books',
      'library.loans': 'loans',
    })
  })

  it('should work with another slug for the first as well', () => {
    expect(slugsOf(resolve({ 'library.books': { slug: 'shelved' } }))).toMatchObject({
      'book-shop.books': 'books',
      'library.books': 'shelved',
    })
  })

  it('should be refused where the options name the key alone', () => {
    expect(findProblems({ books: { slug: 'volumes' } })).toEqual([
      'collections.books: the kits "library" and "book-shop" each have a collection "books"; ' +
        "say which one you mean: 'library.books' or 'book-shop.books'",
    ])
  })

  it('should be refused when both are given the same slug', () => {
    expect(
      findProblems({ 'book-shop.books': { slug: 'all' }, 'library.books': { slug: 'all' } }),
    ).toEqual(['collections: more than one has the slug "all"'])
  })

  it('should name every kit but the first in what mends it', () => {
    const archive = toKit({ name: 'archive', keys: ['books'] })

    expect(findProblems({}, [library, shop, archive]).join()).toContain(
      "collections: { 'book-shop.books': { slug: 'bookShopBooks' }, " +
        "'archive.books': { slug: 'archiveBooks' } }",
    )
  })
})

describe('a kit', () => {
  it('should serve any number of providers', () => {
    expect(Object.keys(slugsOf(resolve({}, [library, library])))).toHaveLength(3)
  })

  it('should be the same kit when its module was loaded twice', () => {
    expect(Object.keys(slugsOf(resolve({}, [library, { ...library }])))).toHaveLength(3)
  })

  it('should be refused beside another of its name', () => {
    const other = toKit({ name: 'library', keys: ['maps'] })

    expect(findProblems({}, [library, other])).toEqual([
      'providers: "provider-0" and "provider-1" bring different kits of one name, "library"; ' +
        'give one of the kits another name',
    ])
  })

  it('should be refused with the key of one of the plugin’s own, until it has another slug', () => {
    const kit = toKit({ name: 'mine', keys: ['syncLogs'] })

    expect(findProblems({}, [kit])).toEqual(['collections: more than one has the slug "syncLogs"'])
    expect(
      slugsOf(resolve({ 'mine.syncLogs': { slug: 'diaries' }, syncLogs: { slug: 'runs' } }, [kit])),
    ).toEqual({ 'mine.syncLogs': 'diaries' })
  })
})

// cspell:ignore boks
describe('the names of collections in the options', () => {
  it('should be those of the kits, with or without the name of the kit', () => {
    expect(
      slugsOf(resolve({ authors: { slug: 'a' }, 'library.books': { slug: 'b' } }, [library])),
    ).toEqual({ 'library.authors': 'a', 'library.books': 'b', 'library.loans': 'loans' })
  })

  it.each([
    ['boks', '"books", "loans", "authors"'],
    ['library.boks', '"library.books", "library.loans", "library.authors"'],
    ['syncLog', '"syncLogs", "syncFiles", "syncQuotas"'],
  ])('should be told with the nearest of them when it is %s', (name, nearest) => {
    expect(findProblems({ [name]: {} }, [library])).toEqual([
      `collections.${name}: neither the plugin nor a kit of the providers has such a collection; ` +
        `the nearest are ${nearest}`,
    ])
  })

  it('should not name one collection twice', () => {
    expect(findProblems({ books: {}, 'library.books': {} }, [library])).toEqual([
      'collections: "books" and "library.books" are one collection; keep one',
    ])
  })
})

it('should let the options of collections stay in a project without any provider', () => {
  expect(findProblems({ books: { slug: 'works' } }, [])).toEqual([])
})

describe('options of kits', () => {
  const resolveKits = (kits: SyncPluginOptions['kits']) =>
    resolveOptions({ kits, providers: [toProvider('test', library)] })

  it('should be told to every collection of the kit', () => {
    const content = (kits?: SyncPluginOptions['kits']): boolean[] =>
      resolveKits(kits).content.map(({ isPublic }) => isPublic)

    expect(content()).toEqual([false, false, false])
    expect(content({ library: undefined, shop: undefined })).toEqual([false, false, false])
    expect(content({ library: { publicRead: true } })).toEqual([true, true, true])
  })

  it('should be refused where no provider brings the kit, or nothing is so called', () => {
    expect(() => resolveKits({ libary: { publicRead: true } })).toThrow(
      'kits.libary: no provider brings such a kit; there are "library"',
    )
    expect(() => resolveKits({ library: { public: true } as object })).toThrow('kits.library')
  })
})
