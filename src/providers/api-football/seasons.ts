import { z } from 'zod'

import type { SeasonDocument } from '../../content/soccer/index.js'
import type { FetchPageArgs, JsonObject, Page, Resource } from '../../sdk/index.js'
import type { ApiFootballSettings } from './options.js'

import { findSeasonsInScope } from '../../content/soccer/index.js'
import { defineResource, mapGiven, toDay, toReference, withoutAbsent } from '../../sdk/index.js'
import { fetchLeagueRows } from './leagues.js'
import { selectSeasons } from './listSeasonScopes.js'
import { composeSeasonId, tieSeasons } from './tieSeasons.js'

const flag = z.boolean().nullish()

/**
 * A season as the list of leagues has it, with the id of its league, which this provider adds. It
 * has no id, and a league may have two of one year (5 of 886, seen in recordings), so the first day
 * is needed to tell which one it is.
 */
export const seasonSchema = z.looseObject({
  coverage: z
    .looseObject({
      fixtures: z
        .looseObject({
          events: flag,
          lineups: flag,
          statistics_fixtures: flag,
          statistics_players: flag,
        })
        .nullish(),
      injuries: flag,
      odds: flag,
      players: flag,
      predictions: flag,
      standings: flag,
    })
    .nullish(),
  current: flag,
  end: z.iso.date().nullish(),
  leagueId: z.int().positive(),
  /** What it is stored under, added by this provider. */
  seasonId: z.string().optional(),
  start: z.iso.date(),
  year: z.int(),
})

type ApiFootballSeason = z.output<typeof seasonSchema>

type Settings = Pick<ApiFootballSettings, 'leagues' | 'seasons'>

/** The seasons of the leagues in scope, in one request, with those that are stored already. */
export const createSeasons = (settings: Settings): Resource =>
  defineResource({
    collection: 'seasons',
    externalId: toSeasonId,
    fetchPage: (args) => fetchSeasons({ ...args, settings }),
    map: toSeason,
    references: ['leagues'],
    schedules: [{ cron: '15 1 * * *', mode: 'full' }],
    schema: seasonSchema,
    scopes: {
      full: () => [
        settings.leagues
          ? { key: 'chosen', label: 'Seasons of the chosen leagues', params: {} }
          : { key: 'all', label: 'Seasons of all leagues', params: {}, provesAbsence: true },
      ],
    },
    // Days are stored at noon since then.
    version: 2,
  })

/** What a season is known by: year and league alone would make one of two. */
export const toSeasonId = ({
  seasonId,
  ...season
}: Pick<ApiFootballSeason, 'leagueId' | 'seasonId' | 'start' | 'year'>): string =>
  seasonId ?? composeSeasonId(season)

/**
 * A season. `isCurrent` is the provider's word and does not mean that it is under way: one league
 * in five has a current season that ended long ago (seen in recordings).
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
    endDate: mapGiven({ map: toDay, value: end }),
    isCurrent: current,
    league: toReference({ id: leagueId, resource: 'leagues' }),
    startDate: toDay(start),
    year,
  })

const yearOf = (date: null | string | undefined): number => Number(date?.slice(0, 4))

/** `2020/2021` where the season goes on into the next year, else the year the provider gives it. */
const toName = ({ end, start, year }: Pick<ApiFootballSeason, 'end' | 'start' | 'year'>): string =>
  yearOf(start) === year && yearOf(end) === year + 1 ? `${year}/${year + 1}` : String(year)

type Coverage = NonNullable<ApiFootballSeason['coverage']>

/** A season that is listed with what its fixtures have has fixtures. */
const toCoverage = ({ fixtures, ...coverage }: Coverage): SeasonDocument['coverage'] =>
  withoutAbsent({
    events: fixtures?.events,
    fixtures: fixtures ? true : undefined,
    injuries: coverage.injuries,
    lineups: fixtures?.lineups,
    odds: coverage.odds,
    players: coverage.players,
    predictions: coverage.predictions,
    standings: coverage.standings,
    statistics: eitherOf(fixtures?.statistics_fixtures, fixtures?.statistics_players),
  })

/** Statistics of matches or of players in them. */
const eitherOf = (...flags: (boolean | null | undefined)[]): boolean | null | undefined =>
  flags.find((given) => given === true) ?? flags.find((given) => given !== undefined)

/** Just enough to take the seasons out of their league. */
const leagueWithSeasonsSchema = z.looseObject({
  league: z.looseObject({ id: z.int() }),
  seasons: z.array(z.unknown()),
})

type FetchSeasonsArgs = { settings: Settings } & FetchPageArgs<JsonObject>

const fetchSeasons = async ({
  cursor,
  http,
  now,
  settings: { leagues, seasons: wanted },
  signal,
  stored,
}: FetchSeasonsArgs): Promise<Page> => {
  const { next, records } = await fetchLeagueRows({ cursor, http, leagues, signal })
  const rows = await tieSeasons({ rows: records.flatMap(listSeasonRows), stored })
  const selected = selectSeasons({ now, seasons: rows.flatMap(toCandidate), wanted })
  const inScope = await findSeasonsInScope({ selected, stored })
  return {
    next,
    // What cannot be read is kept, so that it is reported as invalid instead of vanishing.
    records: rows.filter((row) =>
      toCandidate(row).every(({ externalId }) => inScope.has(externalId)),
    ),
  }
}

const listSeasonRows = (row: unknown): unknown[] => {
  const parsed = leagueWithSeasonsSchema.safeParse(row)
  if (!parsed.success) {
    return [row]
  }
  const { league, seasons } = parsed.data
  return seasons.map((season) =>
    typeof season === 'object' ? { ...season, leagueId: league.id } : season,
  )
}

const toCandidate = (row: unknown) => {
  const parsed = seasonSchema.safeParse(row)
  if (!parsed.success) {
    return []
  }
  const { current: isCurrent, end: endDate, leagueId, start: startDate, year } = parsed.data
  const externalId = toSeasonId(parsed.data)
  return [{ endDate, externalId, isCurrent, leagueId: String(leagueId), startDate, year }]
}
