import type { Match, Season, Team } from '../stored/index.js'
import type { LeagueChoice } from './LeagueChoice.js'
import type { SiteArgs } from './readDocuments.js'
import type { Table, TableMatch, TieBreaker } from './toTables.js'

import { whereLeague } from './LeagueChoice.js'
import { readDocuments } from './readDocuments.js'
import { toTables } from './toTables.js'

/** What `findTable` is given. */
export type FindTableArgs = {
  /**
   * What decides between teams of equal points, in this order: goal difference, goals scored, and
   * points in the matches between them, unless you say otherwise.
   *
   * @default ['goalDifference', 'goalsFor', 'headToHead']
   */
  tieBreakers?: readonly TieBreaker[]
} & (
  | { league: LeagueChoice; season?: undefined }
  | { league?: undefined; season: { id: number | string } | number | string }
) &
  Omit<SiteArgs, 'depth'>

/** A team of a table: its document, or its id where whoever asks may not read it. */
export type TableTeam<TId extends number | string = number> = Team<TId> | TId

const DEFAULT_TIE_BREAKERS: readonly TieBreaker[] = ['goalDifference', 'goalsFor', 'headToHead']

/** A match as `select` reads it, without what it leads to. */
type Row<TId extends number | string> = {
  awayTeam?: null | TId
  homeTeam?: null | TId
} & Omit<Match<TId>, 'awayTeam' | 'homeTeam'>

/**
 * The tables of a season, or of the current season of a league, made of its matches in the database:
 * three points for a win, one for a draw. Only finished matches count, with the goals after 90
 * minutes. Teams that have not played yet are there with nothing. Each stage and each group that
 * the matches name has a table of its own, in the order in which they began. Points that were taken
 * from a team are not known. Empty where nothing is known of the season.
 */
export const findTable = async <TId extends number | string = number>({
  league,
  season,
  tieBreakers = DEFAULT_TIE_BREAKERS,
  ...site
}: FindTableArgs): Promise<Table<TableTeam<TId>>[]> => {
  const seasonId =
    season === undefined
      ? await findCurrentSeason({ ...site, league })
      : typeof season === 'object'
        ? season.id
        : season
  if (seasonId === undefined) {
    return []
  }
  const rows = await readDocuments<Row<TId>>({
    ...site,
    collection: 'matches',
    depth: 0,
    select: {
      awayScore: true,
      awayTeam: true,
      extraTime: true,
      fulltime: true,
      homeScore: true,
      homeTeam: true,
      round: true,
      stage: true,
      state: true,
    },
    sort: ['startsAt', 'id'],
    where: { season: { equals: seasonId } },
  })
  if (rows.length === 0) {
    return []
  }
  const ids = [...new Set(rows.flatMap(({ awayTeam, homeTeam }) => [awayTeam, homeTeam]))]
  const teams = await readDocuments<Team<TId>>({
    ...site,
    collection: 'teams',
    depth: 0,
    where: { id: { in: ids.filter((id) => id !== null && id !== undefined) } },
  })
  const known = new Map(teams.map((team) => [team.id, team]))
  const tables = toTables({
    matches: rows.flatMap((row) => toTableMatch(row)),
    nameOf: (id) => known.get(id)?.name ?? String(id),
    tieBreakers,
  })
  return tables.map(({ name, rows: ranked }) => ({
    name,
    rows: ranked.map((row) => ({ ...row, team: known.get(row.team) ?? row.team })),
  }))
}

type FindCurrentSeasonArgs = { league: LeagueChoice | undefined } & SiteArgs

/** The season that is marked as current, or else the newest. */
const findCurrentSeason = async ({
  league,
  ...site
}: FindCurrentSeasonArgs): Promise<number | string | undefined> => {
  const find = async (isCurrent: boolean): Promise<number | string | undefined> => {
    const [season] = await readDocuments<Season<number | string>>({
      ...site,
      collection: 'seasons',
      depth: 0,
      limit: 1,
      sort: ['-startDate', '-year', '-id'],
      where: {
        and: [
          ...whereLeague({ league, payload: site.payload }),
          ...(isCurrent ? [{ isCurrent: { equals: true } }] : [{ startDate: { exists: true } }]),
        ],
      },
    })
    return season?.id
  }
  return (await find(true)) ?? (await find(false))
}

const toTableMatch = <TId extends number | string>(row: Row<TId>): TableMatch<TId>[] => {
  const { awayTeam: away, homeTeam: home, state } = row
  if (away === null || away === undefined || home === null || home === undefined) {
    return []
  }
  const goals = state === 'finished' ? toRegularGoals(row) : undefined
  return state === 'off' ? [] : [{ away, goals, group: toGroup(row), home }]
}

/** Goals after 90 minutes, also where only the score after extra time is known. */
const toRegularGoals = ({
  awayScore,
  extraTime,
  fulltime,
  homeScore,
}: Row<number | string>): { away: number; home: number } | undefined => {
  const home = fulltime?.home ?? minus(homeScore, extraTime?.home)
  const away = fulltime?.away ?? minus(awayScore, extraTime?.away)
  return home === undefined || away === undefined ? undefined : { away, home }
}

const minus = (
  all: null | number | undefined,
  later: null | number | undefined,
): number | undefined => (typeof all === 'number' ? all - (later ?? 0) : undefined)

const GROUP = /^group [a-z\d]{1,2}(?=$|\W)/i

/** Behind the words of a round stands its number: `Regular Season - 12`, `Group A - 3`. */
const NUMBER = / - \d+$/

/** The group that a round names, else the stage, else what a round is called without its number. */
const toGroup = ({ round, stage }: Pick<Match, 'round' | 'stage'>): null | string => {
  const named = round ? GROUP.exec(round)?.[0] : undefined
  const words = round && !/^\d+$/.test(round) ? round.replace(NUMBER, '') : undefined
  return named ?? stage ?? words ?? null
}
