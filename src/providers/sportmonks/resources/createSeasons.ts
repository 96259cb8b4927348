import { z } from 'zod'

import type { FetchPageArgs, Page, Resource, Scope } from '../../../sdk/index.js'
import type { SportmonksSettings } from '../resolveOptions.js'

import { defineResource, RequestRefusedError } from '../../../sdk/index.js'
import { fetchRow } from '../paging/fetchRow.js'
import { seasonSchema } from '../records/seasonSchema.js'
import { toSeason } from '../records/toSeason.js'
import { hasOneOf } from '../rows/hasOneOf.js'
import { keepAsked } from '../rows/keepAsked.js'
import { readField } from '../rows/readField.js'
import { listLeagues } from '../scopes/listLeagues.js'
import { selectSeasons } from '../scopes/selectSeasons.js'

type Settings = Pick<SportmonksSettings, 'leagues' | 'seasons'>

type LeagueParams = { kind: 'league'; leagueId: number }
type SeasonParams = { kind: 'season'; seasonId: number }

/**
 * The seasons of each league, or those whose ids the option names. Beside the ones the option asks
 * for, every season that is stored already stays in scope: otherwise last year's would stay
 * "current" for ever.
 */
export const createSeasons = (settings: Settings): Resource =>
  defineResource({
    budgets: ['Season', 'League'],
    collection: 'seasons',
    externalId: ({ id }) => String(id),
    fetchOne: (args) => fetchRow({ ...args, path: '/football/seasons' }),
    fetchPage: ({ scope, ...context }: FetchPageArgs<LeagueParams | SeasonParams>) =>
      scope.kind === 'season'
        ? fetchSeason({ ...context, scope, settings })
        : fetchSeasonsOfLeague({ ...context, scope, settings }),
    map: toSeason,
    references: ['leagues'],
    schedules: [{ cron: '20 2 * * *', mode: 'full' }],
    schema: seasonSchema,
    scopes: {
      full: async ({ stored }): Promise<Scope<LeagueParams | SeasonParams>[]> => {
        const { leagues, seasons } = settings
        if (typeof seasons !== 'string') {
          return seasons.map((seasonId) => ({
            key: `season:${seasonId}`,
            label: `Season ${seasonId}`,
            params: { kind: 'season', seasonId },
          }))
        }
        const inScope = await listLeagues({ leagues, neededBy: 'seasons', stored })
        return inScope.map(({ id, name }) => ({
          key: `league:${id}`,
          label: `Seasons of ${name}`,
          params: { kind: 'league', leagueId: id },
          // The answer is the whole list, and nothing that is stored is taken out of it.
          provesAbsence: true,
        }))
      },
    },
  })

const oneSeasonSchema = z.looseObject({ data: z.looseObject({}) })

const leagueWithSeasonsSchema = z.looseObject({
  data: z.looseObject({ seasons: z.array(z.unknown()) }),
})

type FetchSeasonArgs = { settings: Settings } & FetchPageArgs<SeasonParams>

const fetchSeason = async ({
  http,
  scope: { seasonId },
  settings: { leagues },
  signal,
}: FetchSeasonArgs): Promise<Page> => {
  const { data } = await http.get(`/football/seasons/${seasonId}`, {
    schema: oneSeasonSchema,
    signal,
  })
  const leagueId = readField({ name: 'league_id', row: data })
  if (leagues && typeof leagueId === 'number' && !leagues.includes(leagueId)) {
    throw new RequestRefusedError(
      `Season ${seasonId} belongs to league ${leagueId}, which the option "leagues" leaves out. ` +
        'Take the season out of "seasons" or the league into "leagues".',
    )
  }
  const conditions = [hasOneOf({ field: 'id', ids: [seasonId] })]
  return { records: keepAsked({ asked: `season ${seasonId}`, conditions, rows: [data] }) }
}

type FetchSeasonsOfLeagueArgs = { settings: Settings } & FetchPageArgs<LeagueParams>

const fetchSeasonsOfLeague = async ({
  http,
  scope: { leagueId },
  settings,
  signal,
  stored,
}: FetchSeasonsOfLeagueArgs): Promise<Page> => {
  const { data } = await http.get(`/football/leagues/${leagueId}`, {
    query: { include: 'seasons' },
    schema: leagueWithSeasonsSchema,
    signal,
  })
  const rows = keepAsked({
    asked: `seasons of league ${leagueId}`,
    conditions: [hasOneOf({ field: 'league_id', ids: [leagueId] })],
    rows: data.seasons,
  })
  const selected = selectSeasons({ seasons: candidatesOf(rows), wanted: settings.seasons })
  const inScope = [
    ...selected.map(({ id }) => id),
    ...(await stored.find({ resource: 'seasons' })).map(({ externalId }) => Number(externalId)),
  ]
  return { records: rows.filter(hasOneOf({ field: 'id', ids: inScope })) }
}

/** Rows that cannot be read take no part in the choice; they are reported as invalid. */
const candidatesOf = (rows: readonly unknown[]) =>
  rows.flatMap((row) => {
    const parsed = seasonSchema.safeParse(row)
    if (!parsed.success) {
      return []
    }
    const { id, ending_at, is_current, league_id, starting_at } = parsed.data
    return [
      {
        id,
        endDate: ending_at,
        isCurrent: is_current,
        leagueId: league_id,
        startDate: starting_at,
      },
    ]
  })
