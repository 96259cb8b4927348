import { z } from 'zod'

import type { AccountArgs, AccountsDefinition, SettingChoice } from '../../../sdk/index.js'

import { teamSchema } from '../games/teamSchema.js'
import { oneSchema } from '../http/answerSchemas.js'
import { fetchWhole } from '../http/fetchWhole.js'
import { textValue } from '../values/values.js'
import { settingsSchema } from './settings.js'
import { credentialsSchema } from './signIn.js'

const seasonSchema = z
  .looseObject({
    season: z.looseObject({ seasonId: textValue, seasonName: textValue }).nullish(),
    seasonId: textValue,
    seasonName: textValue,
  })
  .transform(({ season, seasonId, seasonName }) => ({
    seasonId: seasonId ?? season?.seasonId,
    seasonName: seasonName ?? season?.seasonName,
  }))

/** No season id can be guessed, and no team id either: both are chosen from what the account sees. */
const listSeasons = async ({ http, signal }: AccountArgs): Promise<SettingChoice[]> => {
  const rows = await fetchWhole({ asked: 'seasons', http, path: '/me/seasons', signal })
  return rows.flatMap((row) => {
    const { data } = seasonSchema.safeParse(row)
    return data?.seasonId ? [{ label: data.seasonName ?? data.seasonId, value: data.seasonId }] : []
  })
}

/** The teams of the season that was chosen, or of all of them. */
const listTeams = async ({ http, settings, signal }: AccountArgs): Promise<SettingChoice[]> => {
  const rows = await fetchWhole({ asked: 'teams', http, path: '/me/teams', signal })
  return rows.flatMap((row) => {
    const { data: team } = teamSchema.safeParse(row)
    const seasonId = team?.seasonId ?? team?.season?.seasonId
    if (!team || (settings.season && seasonId !== settings.season)) {
      return []
    }
    const label = [team.teamName ?? team.teamId, team.season?.seasonName].filter(Boolean)
    return [{ label: label.join(' · '), value: team.teamId }]
  })
}

/** What a coach enters: name and password, and the team. */
export const accounts: AccountsDefinition = {
  choices: { season: listSeasons, team: listTeams },
  credentials: credentialsSchema,
  schedules: [
    { cron: '0 */4 * * *', mode: 'full' },
    { cron: '*/2 * * * *', mode: 'live' },
  ],
  settings: settingsSchema,
  test: ({ http, settings: { team }, signal }) =>
    typeof team === 'string' && team !== ''
      ? http.get(`/teams/${encodeURIComponent(team)}`, { schema: oneSchema, signal })
      : fetchWhole({ asked: 'teams', http, path: '/me/teams', signal }),
}
