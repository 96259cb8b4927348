import type { PrestosportsSource } from './account/settings.js'

import { defineResource } from '../../sdk/index.js'
import { fetchOwnTeams, refuseNoTeams } from './account/findTeams.js'
import { teamSchema, toTeam } from './games/teamSchema.js'

type TeamsDocument = ReturnType<typeof toTeam>

/** The teams that the account of a connection sees, of the season and team of its settings. */
export const teams = defineResource<TeamsDocument, PrestosportsSource>()({
  collection: 'collegeTeams',
  externalId: ({ teamId }) => teamId,
  fetchPage: async ({ http, signal, source }) => {
    const records = await fetchOwnTeams({ http, signal, source })
    return records.length > 0 ? { records } : refuseNoTeams(source.settings.season)
  },
  map: toTeam,
  schedules: [{ cron: '0 */4 * * *', mode: 'full' }],
  schema: teamSchema,
  scopes: { full: () => [{ key: 'own', label: 'Teams of the account', params: {} }] },
})
