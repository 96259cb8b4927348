import { z } from 'zod'

import type { LeagueDocument, SeasonDocument } from '../../content/soccer/index.js'
import type { FetchPageArgs, Page, Resource, ResourceContext, Scope } from '../../sdk/index.js'
import type { SportmonksSettings } from './options.js'

import { findSeasonsInScope, isOfLeagues, selectSeasons } from '../../content/soccer/index.js'
import {
  defineResource,
  hasOneOf,
  keepAsked,
  mapGiven,
  readPath,
  refuseEmpty,
  RequestRefusedError,
  ResourceError,
  textSchema,
  toDay,
  toReference,
  withoutAbsent,
} from '../../sdk/index.js'
import { fetchRow } from './http/fetchRow.js'

/** A season of one league. Dates are missing in 8 of 1843 (seen in recordings). */
export const seasonSchema = z.looseObject({
  id: z.int(),
  name: textSchema,
  ending_at: z.string().nullish(),
  finished: z.boolean().nullish(),
  is_current: z.boolean().nullish(),
  league_id: z.int(),
  starting_at: z.string().nullish(),
})

type Settings = Pick<SportmonksSettings, 'leagues' | 'seasons'>

type LeagueParams = { kind: 'league'; leagueId: number }
type SeasonParams = { kind: 'season'; seasonId: number }

/**
 * The seasons of each league, with those that are stored already; or those that the option names.
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
      full: ({ stored }): Promise<Scope<LeagueParams>[]> | Scope<SeasonParams>[] =>
        typeof settings.seasons === 'string'
          ? listLeagues({ leagues: settings.leagues, stored })
          : settings.seasons.map((seasonId) => ({
              key: `season:${seasonId}`,
              label: `Season ${seasonId}`,
              params: { kind: 'season', seasonId },
            })),
    },
    // Days are stored at noon since then.
    version: 2,
  })

/** A season. `isFinished` and `isCurrent` may both be true: a league between two seasons. */
export const toSeason = ({
  name,
  ending_at,
  finished,
  is_current,
  league_id,
  starting_at,
}: z.output<typeof seasonSchema>): SeasonDocument =>
  withoutAbsent({
    name,
    endDate: mapGiven({ map: toDay, value: ending_at }),
    isCurrent: is_current,
    isFinished: finished,
    league: toReference({ id: league_id, resource: 'leagues' }),
    startDate: mapGiven({ map: toDay, value: starting_at }),
    year: yearOf(name) ?? mapGiven({ map: yearOf, value: starting_at }),
  })

/** Names are `2024/2025` or `2025` (seen in recordings), dates begin with their year. */
const yearOf = (text: string): null | number => {
  const year = /^\d{4}/.exec(text)?.[0]
  return year === undefined ? null : Number(year)
}

type ListLeaguesArgs = Pick<ResourceContext, 'stored'> & Pick<Settings, 'leagues'>

/**
 * A scope for each league: those of the option, else all that are stored.
 *
 * @throws ResourceError when the option names none and none is stored
 */
const listLeagues = async ({
  leagues,
  stored,
}: ListLeaguesArgs): Promise<Scope<LeagueParams>[]> => {
  const found = await stored.find<LeagueDocument>({ resource: 'leagues' })
  const names = new Map(
    found.map(({ document, externalId }) => [Number(externalId), document.name]),
  )
  if (!leagues && names.size === 0) {
    throw new ResourceError(
      'Sportmonks seasons are read league by league, and no league is stored yet. ' +
        'Sync the resource "leagues" first.',
    )
  }
  return (leagues ?? [...names.keys()]).map((leagueId) => ({
    key: `league:${leagueId}`,
    label: `Seasons of ${names.get(leagueId) ?? `League ${leagueId}`}`,
    params: { kind: 'league', leagueId },
    // The answer is the whole list, and nothing that is stored is taken out of it.
    provesAbsence: true,
  }))
}

type FetchSeasonArgs = { settings: Settings } & FetchPageArgs<SeasonParams>

const fetchSeason = async ({
  http,
  scope: { seasonId },
  settings: { leagues },
  signal,
}: FetchSeasonArgs): Promise<Page> => {
  const externalId = String(seasonId)
  const { record } = await fetchRow({ externalId, http, path: '/football/seasons', signal })
  const leagueId = readPath({ path: ['league_id'], row: record })
  if (typeof leagueId === 'number' && !isOfLeagues({ leagueId: String(leagueId), leagues })) {
    throw new RequestRefusedError(
      `Season ${seasonId} belongs to league ${leagueId}, which the option "leagues" leaves out. ` +
        'Take the season out of "seasons" or the league into "leagues".',
    )
  }
  const records = keepAsked({
    asked: `season ${seasonId}`,
    conditions: [hasOneOf({ path: ['id'], values: [seasonId] })],
    provider: 'Sportmonks',
    rows: [record],
  })
  return { records }
}

const leagueWithSeasonsSchema = z.looseObject({
  data: z.looseObject({ seasons: z.array(z.unknown()) }),
})

type FetchSeasonsOfLeagueArgs = { settings: Settings } & FetchPageArgs<LeagueParams>

const fetchSeasonsOfLeague = async ({
  http,
  now,
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
    conditions: [hasOneOf({ path: ['league_id'], values: [leagueId] })],
    provider: 'Sportmonks',
    rows: data.seasons,
  })
  const selected = selectSeasons({
    now,
    numberOf: ({ externalId }) => Number(externalId),
    seasons: rows.flatMap(toCandidate),
    wanted: settings.seasons,
  })
  if (rows.length === 0 && (await hasSeasons({ leagueId, stored }))) {
    refuseEmpty({
      advice:
        'Seasons of it are stored: the subscription may not include them any more, or the id in ' +
        'the option "leagues" may be wrong.',
      list: `list of the seasons of league ${leagueId}`,
      provider: 'Sportmonks',
    })
  }
  const inScope = await findSeasonsInScope({ selected, stored })
  const isInScope = hasOneOf({ path: ['id'], values: [...inScope].map(Number) })
  return { records: rows.filter(isInScope) }
}

type HasSeasonsArgs = { leagueId: number } & Pick<ResourceContext, 'stored'>

const hasSeasons = async ({ leagueId, stored }: HasSeasonsArgs): Promise<boolean> => {
  const where = { league: [leagueId] }
  return (await stored.find({ limit: 1, resource: 'seasons', where })).length > 0
}

/** A row that cannot be read takes no part in the choice. */
const toCandidate = (row: unknown) => {
  const parsed = seasonSchema.safeParse(row)
  if (!parsed.success) {
    return []
  }
  const { id, ending_at, finished, is_current, league_id, starting_at } = parsed.data
  return [
    {
      endDate: ending_at,
      externalId: String(id),
      isCurrent: is_current,
      isFinished: finished,
      leagueId: String(league_id),
      startDate: starting_at,
    },
  ]
}
