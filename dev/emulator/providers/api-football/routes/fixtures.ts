import type { Row } from '../../../json.js'
import type { Context } from '../createContext.js'
import type { Query } from '../query/readQuery.js'
import type { Route } from './Route.js'

import { DAY_MS, fromDay } from '../../../moments.js'
import { holds, holdsOneOf, kicksOffWithin, select, valueAt } from '../query/conditions.js'
import { toFixtureRow } from '../rows/toFixtureRow.js'
import { LIVE_SHORTS } from '../rows/words/statuses.js'
import { findSeasons } from './findSeasons.js'

/** Matches, whole and in one answer, however many they are. */
export const fixtures: Route = {
  find: ({ context, query }) => {
    const withEvents = ['id', 'ids', 'live'].some(query.has)
    const rows = context.list({
      entity: 'fixture',
      ids: findCandidates({ context, query }),
      toRow: (id) => toFixtureRow({ id, context, withEvents }),
    })
    const found = select(rows, [
      holds({ paths: ['fixture.id'], value: query.number('id') }),
      holdsOneOf({ path: 'fixture.id', values: query.numbers('ids') }),
      holdsOneOf({
        path: 'fixture.status.short',
        values: query.has('live') ? [...LIVE_SHORTS] : undefined,
      }),
      holdsOneOf({
        path: 'league.id',
        values: query.text('live') === 'all' ? undefined : query.numbers('live'),
      }),
      kicksOffWithin({ from: query.text('date'), to: query.text('date') }),
      kicksOffWithin({ from: query.text('from'), to: query.text('to') }),
      holds({ paths: ['league.id'], value: query.number('league') }),
      holds({ paths: ['league.season'], value: query.number('season') }),
      holds({ paths: ['teams.home.id', 'teams.away.id'], value: query.number('team') }),
      holds({ paths: ['league.round'], value: query.text('round') }),
      holds({ paths: ['fixture.venue.id'], value: query.number('venue') }),
      holdsOneOf({ path: 'fixture.status.short', values: query.text('status')?.split('-') }),
    ])
    return inOrder({ context, query, rows: found })
  },
  path: '/fixtures',
  rules: {
    alone: ['id', 'ids', 'live'],
    names: [
      ...['id', 'ids', 'live', 'date', 'league', 'season', 'team'],
      ...['last', 'next', 'from', 'to', 'round', 'status', 'venue'],
    ],
    needs: {
      from: [['to'], ['league', 'team']],
      league: [['season', 'last', 'next']],
      round: [['league']],
      season: [['league', 'team']],
      status: [['date', 'league', 'team']],
      team: [['season', 'last', 'next']],
      to: [['from'], ['league', 'team']],
      venue: [['date', 'league', 'last', 'next', 'team']],
    },
    needsOne: true,
  },
}

/** No match lasts longer. */
const LONGEST_MATCH_MS = 4 * 60 * 60_000

/** All that can be meant; where the world has an index, as few as that gives. */
const findCandidates = ({
  context: { now, world },
  query,
}: {
  context: Context
  query: Query
}): Iterable<number> => {
  const ids = query.numbers('ids') ?? query.numbers('id')
  const day = fromDay(query.text('date') ?? '')
  if (ids) {
    return ids
  }
  if (query.has('live')) {
    return idsOf(world.matchesBetween({ from: now - LONGEST_MATCH_MS, to: now }))
  }
  if (day !== null) {
    return idsOf(world.matchesBetween({ from: day, to: day + DAY_MS - 1 }))
  }
  return query.has('season')
    ? findSeasons({ query, world }).flatMap(({ id }) =>
        idsOf(world.matchesOf({ id, of: 'season' })),
      )
    : world.matches.keys()
}

const idsOf = (matches: { id: number }[]): number[] => matches.map(({ id }) => id)

/** The last or next so many by kick-off, and else by id: a client has to sort by itself. */
const inOrder = ({
  context: { now },
  query,
  rows,
}: {
  context: Context
  query: Query
  rows: Row[]
}): Row[] => {
  const last = query.number('last')
  const next = query.number('next')
  const byKickOff = rows.toSorted((a, b) => numberAt(a, TIME) - numberAt(b, TIME))
  if (last !== undefined) {
    return byKickOff.filter((row) => numberAt(row, TIME) * 1000 <= now).slice(-Math.min(last, MAX))
  }
  if (next !== undefined) {
    return byKickOff.filter((row) => numberAt(row, TIME) * 1000 > now).slice(0, Math.min(next, MAX))
  }
  return rows.toSorted((a, b) => numberAt(a, 'fixture.id') - numberAt(b, 'fixture.id'))
}

const TIME = 'fixture.timestamp'

/** The most that `last` and `next` give, whatever is asked for. */
const MAX = 99

const numberAt = (row: Row, path: string): number => {
  const value = valueAt(row, path)
  return typeof value === 'number' ? value : 0
}
