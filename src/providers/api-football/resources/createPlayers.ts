import { z } from 'zod'

import type { TeamDocument } from '../../../content/soccer/index.js'
import type { FetchPageArgs, Page, Resource, ResourceContext, Scope } from '../../../sdk/index.js'
import type { ApiFootballSettings } from '../resolveOptions.js'
import type { SeasonParams } from '../scopes/SeasonParams.js'

import { defineResource } from '../../../sdk/index.js'
import { ResourceError } from '../../../shared/errors/index.js'
import { fetchList } from '../paging/fetchList.js'
import { playerSchema } from '../records/playerSchema.js'
import { toPlayer } from '../records/toPlayer.js'
import { checkAsked } from '../rows/checkAsked.js'
import { hasOneOf } from '../rows/hasOneOf.js'
import { listSeasonScopes } from '../scopes/listSeasonScopes.js'
import { toAskedSeason } from '../scopes/toAskedSeason.js'

type SquadParams = { isNational: boolean; kind: 'squad'; teamId: number }
type PlayerParams = SeasonParams | SquadParams

type Settings = Pick<ApiFootballSettings, 'leagues' | 'playerDetails' | 'seasons'>

/**
 * The players in the squads of all stored teams, and on request what a season's list knows of them
 * beside. Players that leave either are not gone, so their absence proves nothing. Once a week: a
 * team costs a request, and twenty players of a season do.
 */
export const createPlayers = (settings: Settings): Resource =>
  defineResource({
    collection: 'players',
    externalId: ({ player }) => String(player.id),
    fetchPage: ({ scope, ...args }: FetchPageArgs<PlayerParams>) =>
      scope.kind === 'squad' ? fetchSquad({ ...args, scope }) : fetchDetails({ ...args, scope }),
    map: (record, { scope }) =>
      toPlayer({ isNational: scope.kind === 'squad' && scope.isNational, record }),
    references: ['countries', 'teams'],
    schedules: [{ cron: '40 1 * * 1', mode: 'full' }],
    schema: playerSchema,
    scopes: {
      full: async ({ now, stored }): Promise<Scope<PlayerParams>[]> => [
        ...(await listSquads({ stored })),
        ...(settings.playerDetails
          ? await listSeasonScopes({
              neededBy: 'players',
              now,
              provesAbsence: false,
              settings,
              stored,
            })
          : []),
      ],
    },
  })

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
  const { next, rows } = await fetchList({
    ...args,
    path: '/players/squads',
    query: { team: teamId },
  })
  const squads = checkAsked({
    asked: `the squad of team ${teamId}`,
    conditions: [hasOneOf({ path: ['team', 'id'], values: [teamId] })],
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
  const { leagueId, year } = toAskedSeason(scope)
  const { next, rows } = await fetchList({
    ...args,
    path: '/players',
    query: { league: leagueId, season: year },
  })
  return { next, records: rows }
}

type ListSquadsArgs = Pick<ResourceContext, 'stored'>

const listSquads = async ({ stored }: ListSquadsArgs): Promise<Scope<SquadParams>[]> => {
  const teams = await stored.find<TeamDocument>({ resource: 'teams' })
  if (teams.length === 0) {
    throw new ResourceError(
      'API-Football players are read squad by squad, and no team is stored yet. ' +
        'Sync the resource "teams" first.',
    )
  }
  return teams.map(({ document: { name, isNational }, externalId }) => ({
    key: `team:${externalId}`,
    label: `Squad of ${name}`,
    params: { isNational: isNational === true, kind: 'squad', teamId: Number(externalId) },
  }))
}
