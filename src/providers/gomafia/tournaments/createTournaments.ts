import type { Resource, Scope } from '../../../sdk/index.js'
import type { Context } from '../Context.js'
import type { TournamentParams } from './fetchTournaments.js'

import { defineResource } from '../../../sdk/index.js'
import { toSchedules } from '../schedules.js'
import { fetchTournaments } from './fetchTournaments.js'
import { toTournament } from './toTournament.js'
import { soundTournamentSchema } from './tournamentSchema.js'

/** Tournaments with their results and all that was played in them. */
export const createTournaments = (context: Context): Resource =>
  defineResource({
    collection: 'mafiaTournaments',
    externalId: ({ tournament }) => tournament.id,
    fetchOne: async ({ externalId: id, http, now, signal }) => {
      const { answer } = await context.sources.ask(
        { http, now, signal, what: `tournament ${id}` },
        (source, asked) => source.readTournament({ ...asked, id }),
      )
      return answer && { record: answer }
    },
    fetchPage: (args) => fetchTournaments({ ...args, context }),
    map: toTournament,
    references: ['players'],
    schedules: toSchedules({ cron: context.settings.schedule }),
    schema: soundTournamentSchema,
    scopes: {
      full: (): Scope<TournamentParams>[] => [
        { key: 'all', label: 'All tournaments', params: { kind: 'all' } },
      ],
      incremental: (): Scope<TournamentParams>[] => [
        { key: 'recent', label: 'Tournaments that may have changed', params: { kind: 'recent' } },
      ],
    },
  })
