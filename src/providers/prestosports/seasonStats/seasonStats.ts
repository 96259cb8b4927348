import type {
  CollegePlayerDocument,
  CollegeSeasonStatsDocument,
  CollegeTeamDocument,
} from '../../../content/college/index.js'
import type { FetchPageArgs, Page, Scope } from '../../../sdk/index.js'
import type { PrestosportsSource } from '../account/settings.js'

import { defineResource } from '../../../sdk/index.js'
import { findTeams } from '../account/findTeams.js'
import { fetchCareer, fetchPlayerTotals, fetchTeamTotals } from './fetchTotals.js'
import { statsRowSchema, toSeasonStats, toStatsId } from './statsRowSchema.js'

type TotalsParams = { kind: 'careers' | 'players' | 'team'; teamId: string }

type Context = FetchPageArgs<TotalsParams, PrestosportsSource>

/** Totals of each team, of its players, and of their careers. */
export const seasonStats = defineResource<CollegeSeasonStatsDocument, PrestosportsSource>()({
  collection: 'collegeSeasonStats',
  externalId: toStatsId,
  fetchPage: async ({ scope: { kind, teamId }, ...context }: Context): Promise<Page> => {
    if (kind === 'careers') {
      return await fetchCareers({ ...context, teamId })
    }
    const season = await findSeason({ ...context, teamId })
    const records =
      kind === 'team'
        ? [await fetchTeamTotals({ ...context, name: season.name ?? teamId, teamId })]
        : await fetchPlayerTotals({ ...context, teamId })
    return {
      mayBeEmpty: true,
      records: records.map((record) =>
        typeof record === 'object' && record !== null ? { ...season.ofRow, ...record } : record,
      ),
    }
  },
  map: toSeasonStats,
  references: ['teams', 'players'],
  schedules: [{ cron: '0 */4 * * *', mode: 'full' }],
  schema: statsRowSchema,
  scopes: {
    full: async (context): Promise<Scope<TotalsParams>[]> =>
      (await findTeams(context)).flatMap(({ name, teamId }) =>
        KINDS.map(({ kind, label }) => ({
          key: `${kind}:${teamId}`,
          label: `${label} of ${name}`,
          params: { kind, teamId },
        })),
      ),
  },
})

const KINDS = [
  { kind: 'team', label: 'Totals' },
  { kind: 'players', label: 'Totals of the players' },
  { kind: 'careers', label: 'Careers of the players' },
] as const

type FindSeasonArgs = { teamId: string } & Pick<Context, 'stored'>

/** Totals name neither team nor season; the team that is stored does. */
const findSeason = async ({ stored, teamId }: FindSeasonArgs) => {
  const [team] = await stored.find<CollegeTeamDocument>({
    externalIds: [teamId],
    resource: 'teams',
  })
  const { name, seasonId, seasonName } = team?.document ?? {}
  return {
    name,
    ofRow: { ...(seasonId && { seasonId }), ...(seasonName && { seasonName }) },
  }
}

type FetchCareersArgs = { teamId: string } & Pick<Context, 'cursor' | 'http' | 'signal' | 'stored'>

/** One player a page: each takes a request. */
const fetchCareers = async ({
  cursor,
  stored,
  teamId,
  ...context
}: FetchCareersArgs): Promise<Page> => {
  const [player, next] = await stored.find<CollegePlayerDocument>({
    ...(typeof cursor === 'string' && { after: cursor }),
    limit: 2,
    resource: 'players',
    where: { team: [teamId] },
  })
  if (!player) {
    return { mayBeEmpty: true, records: [] }
  }
  const { document, externalId: playerId } = player
  const career = await fetchCareer({ ...context, name: document.name, playerId })
  return {
    mayBeEmpty: true,
    records: career ? [career] : [],
    ...(next && { next: playerId }),
  }
}
