type IsOfLeaguesArgs = {
  /** The external id of the league; absent where it is not known. */
  leagueId: string | undefined
  /** The leagues a project asks for. @default all */
  leagues: readonly number[] | undefined
}

/**
 * Whether something of this league is in scope. One whose league is not known is only where all
 * are.
 */
export const isOfLeagues = ({ leagueId, leagues }: IsOfLeaguesArgs): boolean =>
  !leagues || leagues.some((id) => String(id) === leagueId)
