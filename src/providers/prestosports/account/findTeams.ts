import type { ResourceContext } from '../../../sdk/index.js'
import type { PrestosportsSource } from './settings.js'

import { AccessDeniedError } from '../../../sdk/index.js'
import { teamSchema } from '../games/teamSchema.js'
import { fetchWhole } from '../http/fetchWhole.js'

/** A team that the account of a connection sees, as far as scopes need it. */
export type OwnTeam = { name: string; teamId: string }

type FindTeamsArgs = Pick<ResourceContext<PrestosportsSource>, 'http' | 'signal' | 'source'>

/** What the account sees, of the season and team of the settings. As it was sent. */
export const fetchOwnTeams = async ({
  http,
  signal,
  source: {
    settings: { season, team },
  },
}: FindTeamsArgs): Promise<unknown[]> => {
  const rows = await fetchWhole({ asked: 'teams of the account', http, path: '/me/teams', signal })
  return rows.filter((row) => {
    const { data } = teamSchema.safeParse(row)
    return (
      // One that cannot be read is kept, so that it is reported instead of vanishing.
      data === undefined ||
      ((team === undefined || data.teamId === team) &&
        (season === undefined || (data.seasonId ?? data.season?.seasonId) === season))
    )
  })
}

/**
 * The teams of a connection: the one that its settings name, without a request, or else those that
 * its account sees.
 *
 * @throws AccessDeniedError when the account sees none
 */
export const findTeams = async (args: FindTeamsArgs): Promise<OwnTeam[]> => {
  const { season, team } = args.source.settings
  if (team !== undefined) {
    return [{ name: team, teamId: team }]
  }
  const teams = (await fetchOwnTeams(args)).flatMap((row) => {
    const { data } = teamSchema.safeParse(row)
    return data ? [{ name: data.teamName ?? data.teamId, teamId: data.teamId }] : []
  })
  return teams.length > 0 ? teams : refuseNoTeams(season)
}

/** @throws AccessDeniedError always */
export const refuseNoTeams = (season: string | undefined): never => {
  throw new AccessDeniedError(
    season === undefined
      ? 'This account of PrestoSports sees no team. Ask the administrator of the team for access.'
      : `This account of PrestoSports sees no team of the season ${season}. A new year is a new ` +
          'season: choose it in the settings of the connection.',
  )
}
