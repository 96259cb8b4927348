import { z } from 'zod'

import type { PlayerDocument, SquadParams } from '../../content/soccer/index.js'
import type { Claim, FetchPageArgs, Page } from '../../sdk/index.js'

import { listSquadScopes } from '../../content/soccer/index.js'
import {
  defineResource,
  hasOneOf,
  mapGiven,
  textSchema,
  toDay,
  toReference,
  withoutAbsent,
} from '../../sdk/index.js'
import { fetchList } from './http/fetchList.js'

const playerSchema = z.looseObject({
  id: z.int(),
  name: textSchema.nullish(),
  date_of_birth: z.string().nullish(),
  display_name: textSchema.nullish(),
  firstname: textSchema.nullish(),
  height: z.number().nullish(),
  image_path: textSchema.nullish(),
  lastname: textSchema.nullish(),
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
    end: z.string().nullish(),
    jersey_number: z.int().nullish(),
    player: playerSchema,
    player_id: z.int(),
    position_id: z.int().nullish(),
    /** The day it was read, added by this provider: a contract is over, or has not begun. */
    readOn: z.string().optional(),
    start: z.string().nullish(),
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

const fetchSquad = async ({
  cursor,
  http,
  now,
  scope: { teamId },
  signal,
}: FetchPageArgs<SquadParams>): Promise<Page> => {
  const page = await fetchList({
    asked: `the squad of team ${teamId}`,
    conditions: [hasOneOf({ path: ['team_id'], values: [teamId] })],
    cursor,
    http,
    mayBeWhole: true,
    path: `/football/squads/teams/${teamId}`,
    query: { include: 'player' },
    signal,
  })
  const readOn = now.toISOString().slice(0, 10)
  return {
    ...page,
    records: page.records.map((row) =>
      typeof row === 'object' && row !== null ? { ...row, readOn } : row,
    ),
  }
}

/** The players in the squads of all stored teams, one request each. */
export const players = defineResource({
  budgets: ['PlayerTeam'],
  claim: (row, { scope: { isNational } }) => toClaim({ isNational, row }),
  collection: 'players',
  contestedFields: ['team'],
  externalId: ({ player_id }) => String(player_id),
  fetchPage: fetchSquad,
  map: (row, { scope: { isNational } }) => toPlayer({ isNational, row }),
  references: ['countries', 'teams'],
  schedules: [{ cron: '45 2 * * *', mode: 'full' }],
  schema: squadRowSchema,
  scopes: { full: ({ stored }) => listSquadScopes({ provider: 'Sportmonks', stored }) },
  // Days are stored at noon since then.
  version: 2,
})

type SquadRowArgs = {
  /** Whether the squad is a national team's. */
  isNational: boolean
  row: z.output<typeof squadRowSchema>
}

/**
 * A player on loan is in the squads of two clubs, with a contract each; the one that began last
 * says where they play. The squad of a country tells what no club does.
 */
export const toClaim = ({ isNational, row }: SquadRowArgs): Claim => {
  const { end, readOn = '', start } = row
  return {
    from: start?.slice(0, 10),
    holds:
      !readOn || ((!start || start.slice(0, 10) <= readOn) && (!end || end.slice(0, 10) >= readOn)),
    rank: isNational ? 1 : 2,
  }
}

/** Positions by type id, seen in the recorded types. 28 is "Unknown"; coaches are `other`. */
const POSITIONS: Readonly<Record<number, PlayerDocument['position']>> = {
  24: 'goalkeeper',
  25: 'defender',
  26: 'midfielder',
  27: 'attacker',
  28: null,
}

/**
 * The player of a squad row. A player is in the squads of a club and of a country; only the club
 * says which team and number are theirs, or the two would overwrite each other in every sync.
 */
export const toPlayer = ({ isNational, row }: SquadRowArgs): PlayerDocument => {
  const { jersey_number, player, position_id, team_id } = row
  return withoutAbsent({
    // The schema has made sure of one of the two.
    name: player.display_name || player.name || '',
    dateOfBirth: mapGiven({ map: toDay, value: player.date_of_birth }),
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
