import type {
  SeasonCandidate,
  SeasonParams as SeasonParamsOf,
  SelectStoredSeasonsArgs,
  StoredSeason,
} from '../../content/soccer/index.js'
import type { ResourceContext, Scope } from '../../sdk/index.js'
import type { ApiFootballSettings } from './options.js'

import {
  isUnderWay,
  listSeasonScopes as listScopes,
  selectSeasons as selectBy,
} from '../../content/soccer/index.js'

/** A season by its days, `YYYY-MM-DD`, to tell which of two of one year a match belongs to. */
export type SeasonSpan = { end: null | string; id: string; start: string }

/**
 * A league and a year, which is all the provider can be asked for. It answers with both seasons
 * where a league has two of that year.
 */
export type AskedSeason = { leagueId: number; seasons: SeasonSpan[]; year: number }

export type SeasonParams = SeasonParamsOf<{ season: AskedSeason }>

type SelectSeasonsArgs<TSeason> = {
  now: Date
  seasons: readonly TSeason[]
  wanted: ApiFootballSettings['seasons']
  /** @default true */
  withNext?: boolean
}

/**
 * The seasons that the option asks for. The provider's mark of a current one may stand at one that
 * is long over, so those under way by their dates count as well.
 */
export const selectSeasons = <
  TSeason extends { year: null | number | undefined } & SeasonCandidate,
>({
  now,
  seasons,
  wanted,
  withNext = true,
}: SelectSeasonsArgs<TSeason>): TSeason[] =>
  selectBy({
    isCurrent: (season) => season.isCurrent === true || isUnderWay({ now, season }),
    now,
    numberOf: ({ year }) => year ?? Number.NaN,
    seasons,
    wanted,
    withNext,
  })

type SeasonChoiceArgs = {
  settings: Pick<ApiFootballSettings, 'leagues' | 'seasons'>
} & Pick<ResourceContext, 'now' | 'stored'> &
  Pick<SelectStoredSeasonsArgs, 'neededBy'>

/** What the options ask for among the stored seasons. */
export const toSeasonChoice = ({
  now,
  settings: { leagues, seasons: wanted },
  ...args
}: SeasonChoiceArgs): SelectStoredSeasonsArgs => ({
  ...args,
  leagues,
  provider: 'API-Football',
  // One without a year cannot be asked for, and one without days proves nothing of a match.
  select: (seasons) =>
    selectSeasons({
      now,
      seasons: seasons.filter(({ startDate, year }) => typeof year === 'number' && startDate),
      wanted,
      // Nobody has played in a season that has not begun.
      withNext: args.neededBy !== 'players',
    }),
})

type ListSeasonScopesArgs = { provesAbsence: boolean } & SeasonChoiceArgs

/**
 * One scope, and one request, for each league and year in scope.
 *
 * @throws ResourceError when no season is stored
 */
export const listSeasonScopes = ({
  provesAbsence,
  ...args
}: ListSeasonScopesArgs): Promise<Scope<SeasonParams>[]> =>
  listScopes({ ...toSeasonChoice(args), provesAbsence, toScopes: toSeasonScopes })

/** The days of a season; every season of this provider has a first one. */
export const toSpan = ({ endDate, externalId, startDate }: StoredSeason): SeasonSpan => ({
  id: externalId,
  end: endDate?.slice(0, 10) ?? null,
  start: startDate?.slice(0, 10) ?? '',
})

type SeasonScope = Scope<{ kind: 'season'; season: AskedSeason }>

/** A scope for each league and year: two seasons of one year come in one answer. */
export const toSeasonScopes = (seasons: readonly StoredSeason[]): SeasonScope[] => {
  const scopes = new Map<string, SeasonScope>()
  for (const stored of seasons) {
    const { label, leagueId, year } = stored
    if (leagueId === undefined || typeof year !== 'number') {
      continue
    }
    const key = `season:${leagueId}:${year}`
    const known = scopes.get(key)?.params.season.seasons ?? []
    const season = { leagueId: Number(leagueId), seasons: [...known, toSpan(stored)], year }
    scopes.set(key, { key, label, params: { kind: 'season', season } })
  }
  return [...scopes.values()]
}
