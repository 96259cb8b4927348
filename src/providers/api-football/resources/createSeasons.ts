import { z } from 'zod'

import type { FetchPageArgs, JsonObject, Page, Resource } from '../../../sdk/index.js'
import type { ApiFootballSettings } from '../resolveOptions.js'

import { defineResource } from '../../../sdk/index.js'
import { fetchLeagueRows } from '../paging/fetchLeagueRows.js'
import { seasonSchema } from '../records/seasonSchema.js'
import { toSeason } from '../records/toSeason.js'
import { toSeasonId } from '../records/toSeasonId.js'
import { selectSeasons } from '../scopes/selectSeasons.js'

type Settings = Pick<ApiFootballSettings, 'leagues' | 'seasons'>

/**
 * The seasons of the leagues in scope, in one request. Beside the ones the option asks for, every
 * season that is stored already stays in scope: otherwise last year's would stay "current" for ever.
 *
 * The first day is part of what a season is known by. Where the provider moves it, the season comes
 * as a new one and the old one is reported missing.
 */
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
  })

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
  const rows = records.flatMap(listSeasonRows)
  const candidates = rows.flatMap(toCandidate)
  const inScope = new Set([
    ...(await stored.find({ resource: 'seasons' })).map(({ externalId }) => externalId),
    ...selectSeasons({ now, seasons: candidates, wanted }).map(({ id }) => id),
  ])
  return {
    next,
    // What cannot be read is kept, so that it is reported as invalid instead of vanishing.
    records: rows.filter((row) => toCandidate(row).every(({ id }) => inScope.has(id))),
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
  const { current, end, leagueId, start, year } = parsed.data
  const id = toSeasonId(parsed.data)
  return [{ id, end: end ?? null, isCurrent: current === true, leagueId, start, year }]
}
