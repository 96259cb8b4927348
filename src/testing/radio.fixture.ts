import { z } from 'zod'

import type { HttpFacts, Page, Resource, Scope } from '../sdk/index.js'
import type { ProviderFacts } from './ProviderFacts.js'

import { defineProvider, defineResource, mapGiven, withoutAbsent } from '../sdk/index.js'

export const TOKEN = 'invented-token-7f3a'

const pageSchema = z.looseObject({ data: z.array(z.unknown()), next: z.string().nullable() })

const stationSchema = z.looseObject({
  id: z.int(),
  name: z.string(),
  city: z.string().nullish(),
})

type Year = { year: number }

/** A resource whose types are folded away, so that a test may break any part of it. */
export const stations: Resource = defineResource({
  collection: 'stations',
  externalId: ({ id }) => String(id),
  fetchPage: async ({ cursor, http, scope: { year }, signal }): Promise<Page> => {
    const { data, next } = await http.get('/stations', {
      query: { year, ...(typeof cursor === 'string' && { after: cursor }) },
      schema: pageSchema,
      signal,
    })
    return { records: data, ...(next !== null && { next }) }
  },
  map: ({ name, city }) =>
    withoutAbsent({ name, city: mapGiven({ map: (given) => given.trim(), value: city }) }),
  schedules: [{ cron: '0 4 * * *', mode: 'full' }],
  schema: stationSchema,
  scopes: {
    full: (): Scope<Year>[] => [
      { key: 'year:2026', label: 'On air in 2026', params: { year: 2026 } },
    ],
  },
})

const PAGES: Readonly<Record<string, unknown>> = {
  first: {
    data: [
      { id: 1, name: 'Harbour', city: ' Amber ' },
      { id: 2, name: 'Quay', city: null },
    ],
    next: 'second',
  },
  second: {
    data: [
      { id: 3, name: 'Reef' },
      { id: 4, name: 'Cliff' },
    ],
    next: null,
  },
}

type RadioChanges = {
  facts?: Partial<ProviderFacts>
  http?: Partial<HttpFacts>
  resource?: Partial<Resource>
}

/** A radio that passes every check, and what is to be broken about it. */
export const describeRadio = ({ facts, http, resource }: RadioChanges = {}): ProviderFacts => ({
  createProvider: ({ baseUrl }) =>
    defineProvider({
      name: 'radio',
      http: { baseUrl, headers: { Authorization: TOKEN }, secrets: [TOKEN], ...http },
      resources: { stations: { ...stations, ...resource } },
    }),
  routes: { '/stations': ({ query }) => ({ body: PAGES[query.after ?? 'first'] }) },
  secrets: [TOKEN],
  ...facts,
})
