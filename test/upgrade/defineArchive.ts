import { z } from 'zod'

import type { Provider } from '../../src/sdk/index.js'

import { soccer } from '../../src/content/soccer/index.js'
import { defineProvider, defineResource, reference } from '../../src/sdk/index.js'

/** Which fields of a resource point to which other resource, in dependency order. */
const REFERENCES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  countries: {},
  leagues: { country: 'countries' },
  matches: { awayTeam: 'teams', homeTeam: 'teams', league: 'leagues', season: 'seasons' },
  players: { nationality: 'countries', team: 'teams' },
  seasons: { league: 'leagues' },
  teams: { country: 'countries' },
}

const answerSchema = z.looseObject({ records: z.array(z.unknown()) })

/** Records whose fields are those of the collection, but for `state`, which one of them has wrong. */
const recordSchema = z.looseObject({ id: z.string(), state: z.string().optional() })

const defineArchiveResource = (name: string, points: Readonly<Record<string, string>>) =>
  defineResource({
    collection: name,
    externalId: ({ id }) => id,
    fetchPage: async ({ http, signal }) => http.get(`/${name}`, { schema: answerSchema, signal }),
    map: ({ id: _id, ...record }) =>
      Object.fromEntries(
        Object.entries(record).map(([field, value]) => {
          const resource = points[field]
          return [
            field,
            resource === undefined ? value : reference({ externalId: String(value), resource }),
          ]
        }),
      ),
    references: [...new Set(Object.values(points))],
    schedules: name === 'matches' ? [{ cron: '0 3 * * *', mode: 'full' }] : [],
    schema: recordSchema,
    scopes: { full: () => [{ key: 'all', label: 'All', params: {}, provesAbsence: true }] },
  })

/** The provider whose records the earlier version's database holds. */
export const defineArchive = ({ baseUrl }: { baseUrl: string }): Provider =>
  defineProvider({
    name: 'archive',
    content: soccer,
    http: { baseUrl },
    resources: Object.fromEntries(
      Object.entries(REFERENCES).map(([name, points]) => [
        name,
        defineArchiveResource(name, points),
      ]),
    ),
  })
