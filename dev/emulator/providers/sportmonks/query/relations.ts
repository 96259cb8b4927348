import type { Json, Row } from '../../../json.js'
import type { Match, World } from '../../../world/types.js'
import type { Context, EntityName, ListedName, Relation, Relations } from '../types.js'

import { aggregateOf } from '../rows/parts/aggregateOf.js'
import { eventsOf } from '../rows/parts/eventsOf.js'
import { participantsOf } from '../rows/parts/participantsOf.js'
import { periodsOf } from '../rows/parts/periodsOf.js'
import { scoresOf } from '../rows/parts/scoresOf.js'
import { squadOf } from '../rows/parts/squadOf.js'

/** Includes that the provider has and the emulator does not: answered as "not in your plan". */
export const INCLUDES_NOT_IN_PLAN: ReadonlySet<string> = new Set(
  (
    'coaches comments expectedlineups formations inplayodds lineups metadata odds predictions ' +
    'premiumodds prematchnews pressure referees sidelined statistics trends tvstations ' +
    'weatherreport xgfixture'
  ).split(' '),
)

/** One related row, found through an id that the row carries. */
const one = (to: ListedName, field: string): Relation => ({
  load: ({ context, row }) => context.find({ id: row[field], entity: to }),
  to,
})

const findAll = ({
  context,
  entity,
  ids,
}: {
  context: Context
  entity: ListedName
  ids: Iterable<Json>
}): Row[] => [...ids].map((id) => context.find({ id, entity })).filter((row) => row !== null)

/** Related rows of the world, by the id of this row. */
const many = (
  to: ListedName,
  idsOf: (args: { id: number; world: World }) => Iterable<number>,
): Relation => ({
  load: ({ context, row }) =>
    typeof row.id === 'number'
      ? findAll({ context, entity: to, ids: idsOf({ id: row.id, world: context.world }) })
      : [],
  to,
})

/** Parts of a match; none when the row is not one of the world. */
const part = (
  to: EntityName,
  load: (args: { context: Context; match: Match }) => null | Row | Row[],
): Relation => ({
  load: ({ context, row }) => {
    const match = context.world.matches.get(Number(row.id))
    return match ? load({ context, match }) : []
  },
  to,
})

const fixturesOf = (of: 'round' | 'season' | 'stage'): Relation =>
  many('fixture', ({ id, world }) => world.matchesOf({ id, of }).map((match) => match.id))

const currentSeason: Relation = {
  load: ({ context, row }) =>
    [...context.world.seasons.values()]
      .filter(({ leagueId }) => leagueId === row.id)
      .map(({ id }) => context.find({ id, entity: 'season' }))
      .find((season) => season?.is_current) ?? null,
  to: 'season',
}

const team: Relations = {
  country: one('country', 'country_id'),
  players: {
    load: ({ context, row }) => squadOf({ context, teamId: Number(row.id) }),
    to: 'squad',
  },
  venue: one('venue', 'venue_id'),
}

export const relations: Readonly<Record<EntityName, Relations>> = {
  type: {},
  aggregate: {
    fixtures: {
      load: ({ context, row }) =>
        Array.isArray(row.fixture_ids)
          ? findAll({ context, entity: 'fixture', ids: row.fixture_ids })
          : [],
      to: 'fixture',
    },
    league: one('league', 'league_id'),
    season: one('season', 'season_id'),
    stage: one('stage', 'stage_id'),
  },
  country: {},
  event: {
    type: one('type', 'type_id'),
    participant: one('team', 'participant_id'),
    period: {
      load: ({ context, row }) => {
        const match = context.world.matches.get(Number(row.fixture_id))
        const periods = match ? periodsOf({ context, match }) : []
        return periods.find(({ id }) => id === row.period_id) ?? null
      },
      to: 'period',
    },
    player: one('player', 'player_id'),
    relatedPlayer: one('player', 'related_player_id'),
  },
  fixture: {
    aggregate: part('aggregate', aggregateOf),
    events: part('event', eventsOf),
    league: one('league', 'league_id'),
    participants: part('participant', participantsOf),
    periods: part('period', periodsOf),
    round: one('round', 'round_id'),
    scores: part('score', scoresOf),
    season: one('season', 'season_id'),
    stage: one('stage', 'stage_id'),
    state: one('state', 'state_id'),
    venue: one('venue', 'venue_id'),
  },
  league: {
    country: one('country', 'country_id'),
    currentSeason,
    seasons: many('season', ({ id, world }) =>
      [...world.seasons.values()].filter(({ leagueId }) => leagueId === id).map((each) => each.id),
    ),
  },
  participant: team,
  period: { type: one('type', 'type_id') },
  player: {
    country: one('country', 'country_id'),
    nationality: one('country', 'nationality_id'),
    position: one('type', 'position_id'),
  },
  round: {
    fixtures: fixturesOf('round'),
    league: one('league', 'league_id'),
    season: one('season', 'season_id'),
    stage: one('stage', 'stage_id'),
  },
  // A tree that is complete as it is.
  schedule: {},
  score: { type: one('type', 'type_id'), participant: one('team', 'participant_id') },
  season: {
    fixtures: fixturesOf('season'),
    league: one('league', 'league_id'),
    stages: many('stage', ({ id, world }) => world.seasons.get(id)?.stageIds ?? []),
    teams: many('team', ({ id, world }) => world.seasons.get(id)?.teamIds ?? []),
  },
  squad: {
    player: one('player', 'player_id'),
    position: one('type', 'position_id'),
    team: one('team', 'team_id'),
  },
  stage: {
    type: one('type', 'type_id'),
    fixtures: fixturesOf('stage'),
    league: one('league', 'league_id'),
    rounds: many('round', ({ id, world }) => world.stages.get(id)?.roundIds ?? []),
    season: one('season', 'season_id'),
  },
  standing: {
    league: one('league', 'league_id'),
    participant: one('team', 'participant_id'),
    season: one('season', 'season_id'),
    stage: one('stage', 'stage_id'),
  },
  state: {},
  team,
  venue: { country: one('country', 'country_id') },
}
