import { z } from 'zod'

import type { PlayerDocument, SquadParams } from '../../content/soccer/index.js'
import type { FetchPageArgs } from '../../sdk/index.js'

import { listSquadScopes } from '../../content/soccer/index.js'
import { defineResource, hasOneOf, mapGiven, toReference, withoutAbsent } from '../../sdk/index.js'
import { fetchList } from './http/fetchList.js'

const playerSchema = z.looseObject({
  id: z.int(),
  name: z.string().nullish(),
  date_of_birth: z.string().nullish(),
  display_name: z.string().nullish(),
  firstname: z.string().nullish(),
  height: z.number().nullish(),
  image_path: z.string().nullish(),
  lastname: z.string().nullish(),
  nationality_id: z.int().nullish(),
  position_id: z.int().nullish(),
  weight: z.number().nullish(),
})

/**
 * A row of a squad: a contract, not a player. Its own id names the contract; the player comes with
 * `include=player`, and without one there is nobody to store.
 */
export const squadRowSchema = z
  .looseObject({
    id: z.int(),
    jersey_number: z.int().nullish(),
    player: playerSchema,
    player_id: z.int(),
    position_id: z.int().nullish(),
    team_id: z.int(),
  })
  .refine(({ player, player_id }) => player.id === player_id, {
    error: 'The row names another player than the one it includes.',
    path: ['player_id'],
  })
  .refine(({ player }) => Boolean(player.display_name || player.name), {
    error: 'The player has no name.',
    path: ['player', 'name'],
  })

/** The players in the squads of all stored teams, one request each. */
export const players = defineResource({
  budgets: ['PlayerTeam'],
  collection: 'players',
  externalId: ({ player_id }) => String(player_id),
  fetchPage: ({ cursor, http, scope: { teamId }, signal }: FetchPageArgs<SquadParams>) =>
    fetchList({
      asked: `the squad of team ${teamId}`,
      conditions: [hasOneOf({ path: ['team_id'], values: [teamId] })],
      cursor,
      http,
      mayBeWhole: true,
      path: `/football/squads/teams/${teamId}`,
      query: { include: 'player' },
      signal,
    }),
  map: (row, { scope: { isNational } }) => toPlayer({ isNational, row }),
  references: ['countries', 'teams'],
  schedules: [{ cron: '45 2 * * *', mode: 'full' }],
  schema: squadRowSchema,
  scopes: { full: ({ stored }) => listSquadScopes({ provider: 'Sportmonks', stored }) },
})

/** Positions by type id, seen in the recorded types. 28 is "Unknown"; coaches are `other`. */
const POSITIONS: Readonly<Record<number, PlayerDocument['position']>> = {
  24: 'goalkeeper',
  25: 'defender',
  26: 'midfielder',
  27: 'attacker',
  28: null,
}

type ToPlayerArgs = {
  /** Whether the squad is a national team's. */
  isNational: boolean
  row: z.output<typeof squadRowSchema>
}

/**
 * The player of a squad row. A player is in the squads of a club and of a country; only the club
 * says which team and number are theirs, or the two would overwrite each other in every sync.
 */
export const toPlayer = ({ isNational, row }: ToPlayerArgs): PlayerDocument => {
  const { jersey_number, player, position_id, team_id } = row
  return withoutAbsent({
    // The schema has made sure of one of the two.
    name: player.display_name || player.name || '',
    dateOfBirth: player.date_of_birth,
    firstName: player.firstname,
    height: player.height,
    lastName: player.lastname,
    nationality: toReference({ id: player.nationality_id, resource: 'countries' }),
    photo: player.image_path,
    position: mapGiven({
      map: (id) => (id in POSITIONS ? POSITIONS[id] : 'other') ?? null,
      value: player.position_id ?? position_id,
    }),
    weight: player.weight,
    ...(!isNational && {
      shirtNumber: jersey_number,
      team: toReference({ id: team_id, resource: 'teams' }),
    }),
  })
}
