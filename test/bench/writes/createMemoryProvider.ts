import { z } from 'zod'

import type { Provider } from '../../../src/sdk/index.js'

import { soccer } from '../../../src/content/soccer/index.js'
import { defineProvider, defineResource, toReference } from '../../../src/sdk/index.js'
import { createRandom } from '../../long/createRandom.js'

export type MemoryMatch = {
  awayScore: number
  awayTeam: string
  homeScore: number
  homeTeam: string
  id: string
  referee: string
  startsAt: string
  state: 'finished' | 'live'
  title: string
}

type MakeMatchesArgs = { count: number; seed: number }

const TEAMS = 40
const DAY_MS = 86_400_000
const FIRST_DAY = Date.UTC(2020, 7, 1)

/** Matches that a seed decides, of the shape that a list of a provider has. */
export const makeMatches = ({ count, seed }: MakeMatchesArgs): MemoryMatch[] => {
  const random = createRandom(seed)
  const below = (limit: number): number => Math.floor(random() * limit)
  return Array.from({ length: count }, (_, index) => {
    const home = below(TEAMS)
    const away = (home + 1 + below(TEAMS - 1)) % TEAMS
    return {
      id: String(index + 1),
      awayScore: below(5),
      awayTeam: String(away),
      homeScore: below(5),
      homeTeam: String(home),
      referee: `Referee ${below(30)}`,
      startsAt: new Date(FIRST_DAY + index * (DAY_MS / 8)).toISOString(),
      state: 'finished',
      title: `Team ${home} - Team ${away}`,
    }
  })
}

/** A match as the fields of the collection, without what it points to. */
export const toMatchDocument = (match: MemoryMatch) => ({
  awayScore: match.awayScore,
  fulltime: { away: match.awayScore, home: match.homeScore },
  halftime: { away: 0, home: 0 },
  homeScore: match.homeScore,
  minute: 90,
  referee: match.referee,
  round: `Round ${match.id.length}`,
  startsAt: match.startsAt,
  state: match.state,
  title: match.title,
  venue: { name: `Ground of ${match.homeTeam}`, city: 'Somewhere' },
  winner:
    match.homeScore === match.awayScore
      ? 'draw'
      : match.homeScore > match.awayScore
        ? 'home'
        : 'away',
})

type CreateMemoryProviderArgs = { pageSize: number; read: () => readonly MemoryMatch[] }

const schema = z.custom<MemoryMatch>()

/** Teams and matches from memory, so that a measure holds nothing but the writing. */
export const createMemoryProvider = ({ pageSize, read }: CreateMemoryProviderArgs): Provider =>
  defineProvider({
    name: 'memory',
    content: soccer,
    resources: {
      matches: defineResource({
        collection: 'matches',
        externalId: ({ id }) => id,
        fetchPage: ({ cursor }) => {
          const page = Number(cursor ?? 0)
          const all = read()
          const records = all.slice(page * pageSize, (page + 1) * pageSize)
          const isLast = (page + 1) * pageSize >= all.length
          return Promise.resolve({ records, ...(!isLast && { next: page + 1 }) })
        },
        map: (match) => ({
          ...toMatchDocument(match),
          awayTeam: toReference({ id: match.awayTeam, resource: 'teams' }),
          homeTeam: toReference({ id: match.homeTeam, resource: 'teams' }),
        }),
        references: ['teams'],
        schema,
        scopes: { full: () => [{ key: 'all', label: 'All', params: {} }] },
      }),
      teams: defineResource({
        collection: 'teams',
        externalId: ({ id }) => id,
        fetchPage: () =>
          Promise.resolve({
            records: Array.from({ length: TEAMS }, (_, id) => ({ id: String(id) })),
          }),
        map: ({ id }) => ({ name: `Team ${id}` }),
        schema: z.object({ id: z.string() }),
        scopes: { full: () => [{ key: 'all', label: 'All', params: {} }] },
      }),
    },
    source: () => ({}),
  })
