import type { Row } from '../../../json.js'
import type { Match } from '../../../world/types.js'
import type { Context, EntityName, ListedName } from '../types.js'

import { scheduleOf } from '../rows/parts/scheduleOf.js'
import { squadOf } from '../rows/parts/squadOf.js'
import { standingsOf } from '../rows/parts/standingsOf.js'
import { LIVE_STATE_IDS } from '../rows/states.js'
import { codedError } from '../WireError.js'
import { changedWithin } from './changedWithin.js'
import { fixturesBetween } from './fixturesBetween.js'
import { isOnLiveList } from './isOnLiveList.js'
import { parseWindow } from './parseWindow.js'

/** What a path leads to. `ids` and `rows` are lists, the rest is one object. */
export type Found =
  | { entity: EntityName; row: null | Row }
  | { entity: EntityName; rows: Row[] }
  | { entity: ListedName; ids: number[] }

export type Route = {
  /** Answers `[]` when there is nothing, where others answer without `data`. */
  answersEmptyList?: boolean
  find: (args: { context: Context; params: Params }) => Found
  isPaged?: boolean
  /** How deep includes may be nested. @default 3 */
  maxDepth?: number
  /** `:from`, `:to` and `:date` take any text, `:ids` a list of numbers, others a number. */
  path: string
  /** The entity on whose rate limit a request draws. */
  pool: string
}

export type Params = {
  /** Throws when the path has no such parameter: a mistake in this table. */
  number: (name: string) => number
  text: (name: string) => string
}

const CORE = '/v3/core'
const FOOTBALL = '/v3/football'

const all =
  (entity: ListedName): Route['find'] =>
  ({ context }) => ({ entity, ids: context.ids(entity) })

const single =
  (entity: ListedName): Route['find'] =>
  ({ context, params }) => ({
    entity,
    row: context.find({ id: params.number('id'), entity }),
  })

/** All rows whose field has the number of the path. */
const where =
  (entity: ListedName, field: string): Route['find'] =>
  ({ context, params }) => {
    const id = params.number('id')
    return {
      entity,
      ids: context.ids(entity).filter((each) => context.read({ id: each, entity, field }) === id),
    }
  }

const fixtures =
  (select: (args: { context: Context; params: Params }) => number[]): Route['find'] =>
  (args) => ({ entity: 'fixture', ids: select(args) })

const MINUTE_MS = 60_000
/** A match with extra time and a shoot-out, which the live list must still reach back to. */
const LONGEST_MATCH_MS = 4 * 60 * MINUTE_MS
const MAX_IDS = 50

/**
 * Every endpoint, in the order in which they are tried. What is not here is a 404, as
 * `/fixtures/seasons/{id}` is at the provider.
 */
export const routes: readonly Route[] = [
  { find: all('country'), isPaged: true, path: `${CORE}/countries`, pool: 'Country' },
  { find: single('country'), path: `${CORE}/countries/:id`, pool: 'Country' },
  { find: all('type'), isPaged: true, path: `${CORE}/types`, pool: 'Type' },
  { find: single('type'), path: `${CORE}/types/:id`, pool: 'Type' },

  { find: all('league'), isPaged: true, path: `${FOOTBALL}/leagues`, pool: 'League' },
  { find: single('league'), path: `${FOOTBALL}/leagues/:id`, pool: 'League' },
  {
    find: where('league', 'country_id'),
    isPaged: true,
    path: `${FOOTBALL}/leagues/countries/:id`,
    pool: 'League',
  },

  { find: all('season'), isPaged: true, path: `${FOOTBALL}/seasons`, pool: 'Season' },
  { find: single('season'), path: `${FOOTBALL}/seasons/:id`, pool: 'Season' },
  {
    find: ({ context, params }) => ({
      entity: 'season',
      ids: [...context.world.seasons.values()]
        .filter(({ teamIds }) => teamIds.includes(params.number('id')))
        .map(({ id }) => id),
    }),
    isPaged: true,
    path: `${FOOTBALL}/seasons/teams/:id`,
    pool: 'Season',
  },

  { find: all('team'), isPaged: true, path: `${FOOTBALL}/teams`, pool: 'Team' },
  { find: single('team'), path: `${FOOTBALL}/teams/:id`, pool: 'Team' },
  {
    find: where('team', 'country_id'),
    isPaged: true,
    path: `${FOOTBALL}/teams/countries/:id`,
    pool: 'Team',
  },
  {
    find: ({ context, params }) => ({
      entity: 'team',
      ids: (context.world.seasons.get(params.number('id'))?.teamIds ?? []).filter(
        (id) => !context.records.isRemoved({ id, entity: 'team' }),
      ),
    }),
    isPaged: true,
    path: `${FOOTBALL}/teams/seasons/:id`,
    pool: 'Team',
  },

  { find: all('player'), isPaged: true, path: `${FOOTBALL}/players`, pool: 'Player' },
  { find: single('player'), path: `${FOOTBALL}/players/:id`, pool: 'Player' },
  {
    find: where('player', 'country_id'),
    isPaged: true,
    path: `${FOOTBALL}/players/countries/:id`,
    pool: 'Player',
  },
  {
    find: ({ context, params }) => ({
      entity: 'squad',
      rows: squadOf({ context, teamId: params.number('id') }),
    }),
    maxDepth: 2,
    path: `${FOOTBALL}/squads/teams/:id`,
    pool: 'PlayerTeam',
  },
  {
    find: ({ context, params }) => {
      const teamId = params.number('team')
      const isIn = context.world.seasons.get(params.number('season'))?.teamIds.includes(teamId)
      return { entity: 'squad', rows: isIn ? squadOf({ context, teamId }) : [] }
    },
    maxDepth: 2,
    path: `${FOOTBALL}/squads/seasons/:season/teams/:team`,
    pool: 'PlayerTeam',
  },

  { find: all('fixture'), isPaged: true, path: `${FOOTBALL}/fixtures`, pool: 'Fixture' },
  {
    answersEmptyList: true,
    find: fixtures(({ context }) => changedWithin({ context, ms: 10_000 })),
    path: `${FOOTBALL}/fixtures/latest`,
    pool: 'Fixture',
  },
  { find: single('fixture'), path: `${FOOTBALL}/fixtures/:id`, pool: 'Fixture' },
  {
    find: ({ context, params }) => {
      const ids = [...new Set(params.text('ids').split(',').map(Number))]
      if (ids.length > MAX_IDS) {
        throw codedError({
          code: 5006,
          message: `You requested ${ids.length} ids. The maximum is ${MAX_IDS}.`,
          status: 422,
        })
      }
      return {
        entity: 'fixture',
        rows: ids
          .map((id) => context.find({ id, entity: 'fixture' }))
          .filter((row) => row !== null),
      }
    },
    path: `${FOOTBALL}/fixtures/multi/:ids`,
    pool: 'Fixture',
  },
  {
    find: fixtures(({ context, params }) =>
      fixturesBetween({
        context,
        ...parseWindow({ from: params.text('date'), to: params.text('date') }),
      }),
    ),
    isPaged: true,
    path: `${FOOTBALL}/fixtures/date/:date`,
    pool: 'Fixture',
  },
  {
    find: fixtures(({ context, params }) =>
      fixturesBetween({
        context,
        ...parseWindow({ from: params.text('from'), to: params.text('to') }),
      }),
    ),
    isPaged: true,
    path: `${FOOTBALL}/fixtures/between/:from/:to`,
    pool: 'Fixture',
  },
  {
    find: fixtures(({ context, params }) => {
      const teamId = params.number('team')
      const isOfTeam = (match: Match | undefined): boolean =>
        match?.homeTeamId === teamId || match?.awayTeamId === teamId
      return fixturesBetween({
        context,
        ...parseWindow({ from: params.text('from'), to: params.text('to') }),
      }).filter((id) => isOfTeam(context.world.matches.get(id)))
    }),
    isPaged: true,
    path: `${FOOTBALL}/fixtures/between/:from/:to/:team`,
    pool: 'Fixture',
  },
  {
    find: ({ context, params }) => ({
      entity: 'schedule',
      rows: scheduleOf({ context, seasonId: params.number('id') }),
    }),
    path: `${FOOTBALL}/schedules/seasons/:id`,
    pool: 'Fixture',
  },

  {
    find: fixtures(({ context }) =>
      fixturesBetween({
        context,
        from: context.now - LONGEST_MATCH_MS,
        to: context.now + 15 * MINUTE_MS,
      }).filter((id) => isOnLiveList({ id, context })),
    ),
    path: `${FOOTBALL}/livescores`,
    pool: 'Fixture',
  },
  {
    find: fixtures(({ context }) =>
      fixturesBetween({ context, from: context.now - LONGEST_MATCH_MS, to: context.now }).filter(
        (id) =>
          LIVE_STATE_IDS.has(Number(context.read({ id, entity: 'fixture', field: 'state_id' }))),
      ),
    ),
    path: `${FOOTBALL}/livescores/inplay`,
    pool: 'Fixture',
  },
  {
    answersEmptyList: true,
    find: fixtures(({ context }) => changedWithin({ context, ms: 10_000 })),
    path: `${FOOTBALL}/livescores/latest`,
    pool: 'Fixture',
  },

  { find: all('state'), isPaged: true, path: `${FOOTBALL}/states`, pool: 'State' },
  { find: single('state'), path: `${FOOTBALL}/states/:id`, pool: 'State' },
  {
    find: ({ context, params }) => ({
      entity: 'standing',
      rows: standingsOf({ context, seasonId: params.number('id') }),
    }),
    path: `${FOOTBALL}/standings/seasons/:id`,
    pool: 'Standing',
  },
  { find: single('venue'), path: `${FOOTBALL}/venues/:id`, pool: 'Venue' },
]
