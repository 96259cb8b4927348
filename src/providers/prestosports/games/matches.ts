import type { CollegeGameDocument } from '../../../content/college/index.js'
import type { FetchPageArgs, Page, Scope } from '../../../sdk/index.js'
import type { PrestosportsSource } from '../account/settings.js'

import { defineResource } from '../../../sdk/index.js'
import { findTeams } from '../account/findTeams.js'
import { oneSchema } from '../http/answerSchemas.js'
import { fetchList } from '../http/fetchList.js'
import { eventSchema } from './eventSchema.js'
import { toGame } from './toGame.js'

type MatchParams = { kind: 'team'; teamId: string }

type Context = FetchPageArgs<MatchParams, PrestosportsSource>

/** The games of each team. */
export const matches = defineResource<CollegeGameDocument, PrestosportsSource>()({
  collection: 'collegeGames',
  externalId: ({ eventId }) => eventId,
  fetchOne: async ({ externalId, http, signal }) => {
    const { data } = await http.get(`/events/${encodeURIComponent(externalId)}`, {
      schema: oneSchema,
      signal,
    })
    return { record: data }
  },
  fetchPage: ({ scope, ...context }: Context): Promise<Page> =>
    fetchList({
      ...context,
      asked: `games of team ${scope.teamId}`,
      path: `/teams/${scope.teamId}/events`,
    }),
  map: toGame,
  references: ['teams'],
  schedules: [{ cron: '0 */4 * * *', mode: 'full' }],
  schema: eventSchema,
  scopes: {
    full: async (context): Promise<Scope<MatchParams>[]> =>
      (await findTeams(context)).map(({ name, teamId }) => ({
        key: `team:${teamId}`,
        label: `Games of ${name}`,
        params: { kind: 'team', teamId },
        provesAbsence: true,
      })),
  },
})
