import { describe, expect, it } from 'vitest'
import { z } from 'zod'

import { library } from '../content/library.fixture.js'
import { defineProvider, defineResource } from '../index.js'
import { labelResource } from './labelResource.js'
import { toEnglishNames } from './toEnglishNames.js'
import { toWords } from './toWords.js'

const toResource = ({
  collection,
  label,
}: {
  collection: string
  label?: Record<string, string> | string
}) =>
  defineResource({
    collection,
    externalId: ({ id }) => id,
    fetchPage: () => Promise.resolve({ records: [] }),
    label,
    map: () => ({}),
    schema: z.looseObject({ id: z.string() }),
    scopes: { full: () => [] },
  })

// cspell:ignore Signierte
const provider = defineProvider({
  name: 'city-library',
  content: library,
  http: { baseUrl: 'http://127.0.0.1' },
  label: 'City Library',
  quotaLabels: { day: 'Requests per day' },
  resources: {
    books: toResource({ collection: 'books' }),
    gifts: toResource({ collection: 'authors' }),
    lentOut: toResource({ collection: 'loans' }),
    signed: toResource({ collection: 'authors', label: { de: 'Signierte', en: 'Signed ones' } }),
    'wish-list': toResource({ collection: 'wishes' }),
  },
})

describe('toWords', () => {
  it.each([
    ['boxScores', 'Box scores'],
    ['BoxScores', 'Box scores'],
    ['season-stats', 'Season stats'],
    ['season_stats', 'Season stats'],
    ['matches', 'Matches'],
    ['apiURLs', 'Api URLs'],
    ['URLsOfShops', 'URLs of shops'],
    ['top10Players', 'Top10 players'],
    ['', ''],
  ])('should read %j as %j', (name, words) => {
    expect(toWords(name)).toBe(words)
  })
})

describe('labelResource', () => {
  it.each([
    ['the words of the kit where it alone fills a collection', 'books', 'en', 'Books'],
    ['the words of the kit, whatever its name', 'lentOut', 'en', 'Loans'],
    ['its own name in words where it is not alone', 'gifts', 'en', 'Gifts'],
    ['its own name in words where no kit has the collection', 'wish-list', 'en', 'Wish list'],
    ['its own label', 'signed', 'en', 'Signed ones'],
    ['its own label in the language', 'signed', 'de', 'Signierte'],
    ['English where a language lacks', 'signed', 'fr', 'Signed ones'],
    ['words, when nobody has it', 'lostBooks', 'en', 'Lost books'],
  ])('should take %s', (_name, resource, language, label) => {
    expect(labelResource({ language, provider, resource })).toBe(label)
  })
})

describe('names in English', () => {
  const names = toEnglishNames(new Map([[provider.name, provider]]))

  it('should name work', () => {
    expect(names.work({ mode: 'full', provider: 'city-library', resource: 'books' })).toBe(
      'City Library · Books · Full',
    )
    expect(names.work({ provider: 'city-library', resource: 'wish-list' })).toBe(
      'City Library · Wish list',
    )
    expect(names.work({ mode: 'live', provider: 'city-library', resource: null })).toBe(
      'City Library · Live',
    )
  })

  it('should put into words what is not there any more', () => {
    expect(names.work({ mode: 'full', provider: 'old-shop', resource: 'bestSellers' })).toBe(
      'Old shop · Best sellers · Full',
    )
  })

  it('should name a quota as the provider does, where that is known', () => {
    expect(names.quota({ name: 'day', provider: 'city-library' })).toBe('Requests per day')
    expect(names.quota({ name: 'hour', provider: 'city-library' })).toBe('hour')
    expect(names.quota({ name: 'day', provider: 'old-shop' })).toBe('day')
  })
})
