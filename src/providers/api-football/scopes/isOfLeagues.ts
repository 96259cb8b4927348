import type { ApiFootballSettings } from '../resolveOptions.js'

type IsOfLeaguesArgs = {
  leagueId: number | undefined
  leagues: ApiFootballSettings['leagues']
}

/** Whether something of this league is in scope. Without the option every league is. */
export const isOfLeagues = ({ leagueId, leagues }: IsOfLeaguesArgs): boolean =>
  !leagues || (leagueId !== undefined && leagues.includes(leagueId))
