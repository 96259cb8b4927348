import { describe, expect, expectTypeOf, it } from 'vitest'
import { z } from 'zod'

import { defineResource, reference } from './index.js'

/** As Payload generates such types. */
type Station = { createdAt: string; id: number; name: string; updatedAt: string }

type Episode = {
  audio?:
    { createdAt: string; id: number; updatedAt: string; url?: null | string } | (null | number)
  chapters?: { id?: null | string; startsAt: number; title?: null | string }[] | null
  createdAt: string
  externalId?: null | string
  guests?: (number | Station)[] | null
  id: number
  kind?: ('live' | 'recorded') | null
  length?: { minutes?: null | number; station?: (null | number) | Station }
  notes?: { [k: string]: unknown } | boolean | null | number | string | unknown[]
  provider?: null | string
  sizes?: { small?: { url?: null | string } }
  station: number | Station
  tags?: null | string[]
  title: string
  updatedAt: string
}

const schema = z.looseObject({ id: z.string(), minutes: z.number().nullish(), title: z.string() })

const common = {
  collection: 'episodes',
  externalId: ({ id }: { id: string }) => id,
  fetchPage: () => Promise.resolve({ records: [] }),
  schema,
  scopes: { full: () => [{ key: 'all', label: 'All', params: { year: 2031 } }] },
}

const station = reference({ externalId: '7', resource: 'stations' })

const defineEpisodes = defineResource<Episode>()

describe('a resource of a collection', () => {
  it('should take what the collection can hold', () => {
    const { map } = defineEpisodes({
      ...common,
      map: ({ minutes, title }, { scope }) => {
        expectTypeOf(minutes).toEqualTypeOf<null | number | undefined>()
        expectTypeOf(scope).toEqualTypeOf<{ year: number }>()
        return {
          audio: null,
          chapters: [{ startsAt: 3, title: null }],
          guests: [station, 4],
          kind: 'live',
          length: { minutes, station },
          notes: { anything: ['at', 'all'] },
          station,
          tags: ['a'],
          title,
        }
      },
    })

    expect(map({ minutes: null, title: 'One' }, { scope: {} })).toMatchObject({
      length: { minutes: null },
      title: 'One',
    })
  })

  it('should take null for a whole group, and what is not said', () => {
    defineEpisodes({ ...common, map: () => ({ length: null }) })
    defineEpisodes({ ...common, map: () => ({ title: undefined }) })
    defineEpisodes({ ...common, map: () => ({}) })
    defineEpisodes({
      ...common,
      map: ({ title }) => (title ? { title } : { kind: 'recorded' as const }),
    })
  })

  it('should take a map that is written elsewhere', () => {
    const toEpisode = ({ title }: { title: string }) => ({ station, title })

    defineEpisodes({ ...common, map: toEpisode })
  })

  it('should refuse a key that the collection does not have', () => {
    // @ts-expect-error `titel` is no field.
    defineEpisodes({ ...common, map: ({ title }) => ({ titel: title, title }) })
    // @ts-expect-error `seconds` is no field of the group.
    defineEpisodes({ ...common, map: () => ({ length: { minutes: 1, seconds: 2 } }) })
    defineEpisodes({
      ...common,
      // @ts-expect-error One of the two has a key that is no field.
      map: ({ title }) => (title ? { title } : { titel: title }),
    })
  })

  it("should refuse what is not the resource's to say", () => {
    // @ts-expect-error Payload gives ids.
    defineEpisodes({ ...common, map: () => ({ id: 1 }) })
    // @ts-expect-error The engine says it.
    defineEpisodes({ ...common, map: ({ id }) => ({ externalId: id }) })
    // @ts-expect-error The engine says it.
    defineEpisodes({ ...common, map: () => ({ provider: 'radio' }) })
    // @ts-expect-error Payload keeps them.
    defineEpisodes({ ...common, map: () => ({ createdAt: '', updatedAt: '' }) })
    // @ts-expect-error Payload makes them.
    defineEpisodes({ ...common, map: () => ({ sizes: {} }) })
  })

  it('should refuse a value that the field cannot hold', () => {
    // @ts-expect-error A title is text.
    defineEpisodes({ ...common, map: () => ({ title: 7 }) })
    // @ts-expect-error It is required, so it cannot be cleared.
    defineEpisodes({ ...common, map: () => ({ title: null }) })
    // @ts-expect-error It is no such option.
    defineEpisodes({ ...common, map: () => ({ kind: 'taped' }) })
    // @ts-expect-error A relationship is a reference or an id.
    defineEpisodes({ ...common, map: () => ({ station: { name: 'Radio' } }) })
    // @ts-expect-error A list of them is a list.
    defineEpisodes({ ...common, map: () => ({ guests: station }) })
    // @ts-expect-error A row has what is required in it.
    defineEpisodes({ ...common, map: () => ({ chapters: [{ title: 'One' }] }) })
    // @ts-expect-error A title is no relationship.
    defineEpisodes({ ...common, map: () => ({ title: station }) })
  })
})

it('should hand a resource the source it names', () => {
  type Shelf = { list: () => string[] }
  const { fetchPage } = defineResource<Episode, Shelf>()({
    ...common,
    fetchPage: ({ source }) => {
      expectTypeOf(source).toEqualTypeOf<Shelf>()
      return Promise.resolve({ records: source.list() })
    },
    map: () => ({}),
  })

  expectTypeOf(fetchPage).toBeFunction()
})

it('should take any document where no collection is named', () => {
  const { map, references, schedules, version } = defineResource({
    ...common,
    map: ({ title }) => ({ anything: title }),
  })

  expect(map({ title: 'One' }, { scope: {} })).toEqual({ anything: 'One' })
  expect({ references, schedules, version }).toEqual({ references: [], schedules: [], version: 1 })
})
