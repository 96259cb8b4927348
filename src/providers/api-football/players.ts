import { z } from 'zod'

import type { PlayerDocument, SquadParams } from '../../content/soccer/index.js'
import type { Claim, FetchPageArgs, Page, Resource, Scope } from '../../sdk/index.js'
import type { SeasonParams } from './listSeasonScopes.js'
import type { ApiFootballSettings } from './options.js'

import { getSeasonOf, listSquadScopes } from '../../content/soccer/index.js'
import {
  checkAsked,
  defineResource,
  hasOneOf,
  mapGiven,
  nameSchema,
  textSchema,
  toDay,
  toReference,
  withoutAbsent,
} from '../../sdk/index.js'
import { toCountryReference } from './countries.js'
import { fetchList } from './http/fetchList.js'
import { listSeasonScopes } from './listSeasonScopes.js'
import { toText } from './toText.js'

/**
 * A player, either of a squad (with its team, which this provider adds) or of a season's list (with
 * birth, size and nationality).
 */
export const playerSchema = z.looseObject({
  player: z.looseObject({
    id: z.int().positive(),
    name: nameSchema,
    birth: z.looseObject({ date: z.string().nullish() }).nullish(),
    firstname: textSchema.nullish(),
    height: textSchema.nullish(),
    lastname: textSchema.nullish(),
    nationality: textSchema.nullish(),
    number: z.int().nullish(),
    photo: textSchema.nullish(),
    position: textSchema.nullish(),
    weight: textSchema.nullish(),
  }),
  team: z.looseObject({ id: z.int().positive() }).optional(),
})

type PlayerParams = SeasonParams | SquadParams

type Settings = Pick<ApiFootballSettings, 'leagues' | 'playerDetails' | 'seasons'>

/**
 * The players in the squads of all stored teams, and on request what a season's list knows of them
 * beside. Players that leave either are not gone, so their absence proves nothing. Once a week: a
 * team costs a request, and twenty players of a season do.
 */
export const createPlayers = (settings: Settings): Resource =>
  defineResource({
    claim: (_record, { scope }) => toClaim(scope),
    collection: 'players',
    contestedFields: ['team'],
    externalId: ({ player }) => String(player.id),
    fetchPage: ({ scope, ...args }: FetchPageArgs<PlayerParams>) =>
      scope.kind === 'squad' ? fetchSquad({ ...args, scope }) : fetchDetails({ ...args, scope }),
    map: (record, { scope }) =>
      toPlayer({ isNational: scope.kind === 'squad' && scope.isNational, record }),
    references: ['countries', 'teams'],
    schedules: [{ cron: '40 1 * * 1', mode: 'full' }],
    schema: playerSchema,
    scopes: {
      full: async ({ now, stored }): Promise<Scope<PlayerParams>[]> => {
        const squads = await listSquadScopes({ provider: 'API-Football', stored })
        const args = { neededBy: 'players', now, provesAbsence: false, settings, stored }
        return settings.playerDetails ? [...squads, ...(await listSeasonScopes(args))] : squads
      },
    },
    // Days are stored at noon since then.
    version: 2,
  })

/**
 * The season's list knows the full name and is about the person, the squad of a club is about where
 * they play. The squad of a country tells what nobody else does; two of them are no contradiction.
 * Of several seasons the latest counts.
 */
const toClaim = (scope: PlayerParams): Claim => {
  switch (scope.kind) {
    case 'season':
      return {
        from: scope.season.seasons
          .map(({ start }) => start)
          .toSorted()
          .at(-1),
        rank: 3,
      }
    case 'squad':
      return { rank: scope.isNational ? 1 : 2 }
    default:
      return {}
  }
}

/** Positions by the word of a squad (seen in recordings). */
const POSITIONS: Readonly<Record<string, PlayerDocument['position']>> = {
  Attacker: 'attacker',
  Defender: 'defender',
  Goalkeeper: 'goalkeeper',
  Midfielder: 'midfielder',
}

type ToPlayerArgs = {
  /** Whether the squad is a national team's. */
  isNational: boolean
  record: z.output<typeof playerSchema>
}

/**
 * A player. Only the squad of a club says which team and number are theirs: a season's list has one
 * player in several teams, and the squad of a country would overwrite the club in every sync.
 */
export const toPlayer = ({ isNational, record: { player, team } }: ToPlayerArgs): PlayerDocument =>
  withoutAbsent({
    name: player.name,
    dateOfBirth: player.birth === null ? null : mapGiven({ map: toDay, value: player.birth?.date }),
    firstName: mapGiven({ map: toText, value: player.firstname }),
    height: mapGiven({ map: toAmount('cm'), value: player.height }),
    lastName: mapGiven({ map: toText, value: player.lastname }),
    nationality: toCountryReference(player.nationality),
    photo: mapGiven({ map: toText, value: player.photo }),
    position: mapGiven({ map: (word) => POSITIONS[word] ?? 'other', value: player.position }),
    weight: mapGiven({ map: toAmount('kg'), value: player.weight }),
    ...(team &&
      !isNational && {
        shirtNumber: player.number,
        team: toReference({ id: team.id, resource: 'teams' }),
      }),
  })

/** `187 cm` as 187. Text in another unit, or none, is no amount. */
const toAmount =
  (unit: string) =>
  (text: string): null | number => {
    const [, digits, given] = /^(\d+(?:\.\d+)?) ?([a-z]*)$/i.exec(text.trim()) ?? []
    return digits !== undefined && (given === '' || given?.toLowerCase() === unit)
      ? Number(digits)
      : null
  }

type FetchArgs<TScope> = { scope: TScope } & Pick<
  FetchPageArgs<PlayerParams>,
  'cursor' | 'http' | 'signal'
>

/** Just enough to take the players out of their squad. */
const squadSchema = z.looseObject({
  players: z.array(z.unknown()),
  team: z.looseObject({ id: z.int() }),
})

const fetchSquad = async ({
  scope: { teamId },
  ...args
}: FetchArgs<SquadParams>): Promise<Page> => {
  const query = { team: teamId }
  const { next, rows } = await fetchList({ ...args, path: '/players/squads', query })
  const squads = checkAsked({
    asked: `the squad of team ${teamId}`,
    conditions: [hasOneOf({ path: ['team', 'id'], values: [teamId] })],
    provider: 'API-Football',
    rows,
  })
  return { next, records: squads.flatMap(listSquadRows) }
}

const listSquadRows = (row: unknown): unknown[] => {
  const parsed = squadSchema.safeParse(row)
  return parsed.success
    ? parsed.data.players.map((player) => ({ player, team: parsed.data.team }))
    : [row]
}

const fetchDetails = async ({ scope, ...args }: FetchArgs<SeasonParams>): Promise<Page> => {
  const { leagueId, year } = getSeasonOf(scope).season
  const query = { league: leagueId, season: year }
  const { next, rows } = await fetchList({ ...args, path: '/players', query })
  return { next, records: rows }
}
