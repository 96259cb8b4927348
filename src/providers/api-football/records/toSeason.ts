import type { SeasonDocument } from '../../../content/soccer/index.js'
import type { ApiFootballSeason } from './seasonSchema.js'

import { mapGiven, withoutAbsent } from '../../../sdk/index.js'
import { toReference } from '../toReference.js'

/**
 * A season. `isCurrent` is the provider's word and does not mean that it is under way: one league in
 * five has a current season that ended long ago (seen in recordings).
 */
export const toSeason = ({
  coverage,
  current,
  end,
  leagueId,
  start,
  year,
}: ApiFootballSeason): SeasonDocument =>
  withoutAbsent({
    name: toName({ end, start, year }),
    coverage: coverage ? toCoverage(coverage) : undefined,
    endDate: mapGiven({ map: toIso, value: end }),
    isCurrent: current,
    league: toReference({ id: leagueId, resource: 'leagues' }),
    startDate: toIso(start),
    year,
  })

const toIso = (date: string): string => `${date}T00:00:00.000Z`

const yearOf = (date: null | string | undefined): number => Number(date?.slice(0, 4))

/** `2020/2021` where the season goes on into the next year, else the year the provider gives it. */
const toName = ({ end, start, year }: Pick<ApiFootballSeason, 'end' | 'start' | 'year'>): string =>
  yearOf(start) === year && yearOf(end) === year + 1 ? `${year}/${year + 1}` : String(year)

type Coverage = NonNullable<ApiFootballSeason['coverage']>

/** A season that is listed with what its fixtures have has fixtures. */
const toCoverage = ({
  fixtures,
  injuries,
  odds,
  players,
  predictions,
  standings,
}: Coverage): SeasonDocument['coverage'] =>
  withoutAbsent({
    events: fixtures?.events,
    fixtures: fixtures ? true : undefined,
    injuries,
    lineups: fixtures?.lineups,
    odds,
    players,
    predictions,
    standings,
    statistics: eitherOf(fixtures?.statistics_fixtures, fixtures?.statistics_players),
  })

/** Statistics of matches or of players in them. */
const eitherOf = (...flags: (boolean | null | undefined)[]): boolean | null | undefined =>
  flags.find((flag) => flag === true) ?? flags.find((flag) => flag !== undefined)
