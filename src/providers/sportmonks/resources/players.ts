import type { TeamDocument } from '../../../content/soccer/index.js'
import type { FetchPageArgs, ResourceContext, Scope } from '../../../sdk/index.js'

import { defineResource } from '../../../sdk/index.js'
import { ResourceError } from '../../../shared/errors/index.js'
import { listAnswerSchema } from '../paging/listAnswerSchema.js'
import { nextCursor } from '../paging/nextCursor.js'
import { toPageQuery } from '../paging/toPageQuery.js'
import { squadRowSchema } from '../records/squadRowSchema.js'
import { toPlayer } from '../records/toPlayer.js'
import { hasOneOf } from '../rows/hasOneOf.js'
import { keepAsked } from '../rows/keepAsked.js'

type SquadParams = { isNational: boolean; teamId: number }

/**
 * The players in the squads of all stored teams, one request each. Players that leave a squad are
 * not gone, so their absence proves nothing.
 */
export const players = defineResource({
  budgets: ['PlayerTeam'],
  collection: 'players',
  externalId: ({ player_id }) => String(player_id),
  fetchPage: async ({ cursor, http, scope: { teamId }, signal }: FetchPageArgs<SquadParams>) => {
    const { data, pagination } = await http.get(`/football/squads/teams/${teamId}`, {
      query: { include: 'player', ...toPageQuery({ cursor }) },
      schema: listAnswerSchema,
      signal,
    })
    const records = keepAsked({
      asked: `the squad of team ${teamId}`,
      conditions: [hasOneOf({ field: 'team_id', ids: [teamId] })],
      rows: data,
    })
    return { next: nextCursor({ asked: cursor, pagination }), records }
  },
  map: (row, { scope: { isNational } }) => toPlayer({ isNational, row }),
  references: ['countries', 'teams'],
  schedules: [{ cron: '45 2 * * *', mode: 'full' }],
  schema: squadRowSchema,
  scopes: { full: ({ stored }) => listSquads({ stored }) },
})

type ListSquadsArgs = Pick<ResourceContext, 'stored'>

const listSquads = async ({ stored }: ListSquadsArgs): Promise<Scope<SquadParams>[]> => {
  const teams = await stored.find<TeamDocument>({ resource: 'teams' })
  if (teams.length === 0) {
    throw new ResourceError(
      'Sportmonks players are read squad by squad, and no team is stored yet. ' +
        'Sync the resource "teams" first.',
    )
  }
  return teams.map(({ document: { name, isNational }, externalId }) => ({
    key: `team:${externalId}`,
    label: `Squad of ${name}`,
    params: { isNational: isNational === true, teamId: Number(externalId) },
  }))
}
