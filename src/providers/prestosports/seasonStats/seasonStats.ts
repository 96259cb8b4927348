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

// cspell:ignore Saisonstatistik Estadísticas temporada Statistiques saison
type TotalsParams =
  { kind: 'career'; name: string; playerId: string } | { kind: 'players' | 'team'; teamId: string }

type Context = FetchPageArgs<TotalsParams, PrestosportsSource>

/** Totals of each team, of its players, and of their careers. */
export const seasonStats = defineResource<CollegeSeasonStatsDocument, PrestosportsSource>()({
  collection: 'collegeSeasonStats',
  externalId: toStatsId,
  fetchPage: async ({ scope, ...context }: Context): Promise<Page> => {
    if (scope.kind === 'career') {
      return { records: [await fetchCareer({ ...context, ...scope })] }
    }
    const { kind, teamId } = scope
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
  label: {
    de: 'Saisonstatistik',
    en: 'Season stats',
    es: 'Estadísticas de la temporada',
    fr: 'Statistiques de la saison',
    ru: 'Статистика сезона',
    uk: 'Статистика сезону',
  },
  map: toSeasonStats,
  references: ['teams', 'players'],
  schedules: [{ cron: '0 */4 * * *', mode: 'full' }],
  schema: statsRowSchema,
  scopes: {
    full: async (context): Promise<Scope<TotalsParams>[]> => {
      const scopes: Scope<TotalsParams>[] = []
      for (const { name, teamId } of await findTeams(context)) {
        scopes.push(
          {
            key: `team:${teamId}`,
            label: `Totals of ${name}`,
            params: { kind: 'team', teamId },
          },
          {
            key: `players:${teamId}`,
            label: `Totals of the players of ${name}`,
            params: { kind: 'players', teamId },
          },
          ...(await listCareers({ ...context, teamId })),
        )
      }
      return scopes
    },
  },
})

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

type ListCareersArgs = { teamId: string } & Pick<Context, 'stored'>

/** A scope for each player: whoever is new has no career yet. */
const listCareers = async ({ stored, teamId }: ListCareersArgs): Promise<Scope<TotalsParams>[]> => {
  const players = await stored.find<CollegePlayerDocument>({
    resource: 'players',
    where: { team: [teamId] },
  })
  return players.map(({ document: { name }, externalId }) => ({
    key: `career:${externalId}`,
    label: `Career of ${name}`,
    params: { name, kind: 'career', playerId: externalId },
  }))
}
