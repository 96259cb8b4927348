import type { Resource, Scope } from '../../../sdk/index.js'
import type { Context } from '../Context.js'
import type { PlayerParams } from './fetchPlayers.js'

import { defineResource } from '../../../sdk/index.js'
import { toSchedules } from '../schedules.js'
import { fetchPlayers } from './fetchPlayers.js'
import { soundPlayerSchema } from './playerSchema.js'
import { toPlayer } from './toPlayer.js'

/**
 * Players: the rating, and each player's page with the whole history. A full run reads all of the
 * rating; an incremental one those who are only known by name, and those not looked at for a day.
 * Nobody who is not in the rating of a year is gone, so absence proves nothing.
 */
export const createPlayers = (context: Context): Resource =>
  defineResource({
    collection: 'mafiaPlayers',
    externalId: ({ id }) => id,
    fetchOne: async ({ externalId: id, http, now, signal }) => {
      const { answer } = await context.sources.ask(
        { http, now, signal, what: `player ${id}` },
        (source, asked) => source.readPlayer({ ...asked, id, historyPage: 1 }),
      )
      // Only the first page of the history is at hand, and the stored one is longer.
      return answer && { record: { id, stats: answer.stats, user: answer.user } }
    },
    fetchPage: (args) => fetchPlayers({ ...args, context }),
    keepsChecks: true,
    map: (record) => toPlayer({ personalData: context.settings.personalData, record }),
    // Ten thousand players and as many pages of histories.
    maxPages: 1_000_000,
    references: ['clubs'],
    schedules: toSchedules({ cron: context.settings.schedule }),
    schema: soundPlayerSchema,
    scopes: {
      full: (): Scope<PlayerParams>[] => [
        { key: 'rating', label: 'The rating of players', params: { kind: 'list' } },
      ],
      incremental: (): Scope<PlayerParams>[] => [
        { key: 'due', label: 'Players to look at again', params: { kind: 'due' } },
      ],
    },
  })
