import { z } from 'zod'

import type { Resource, Scope } from '../../../sdk/index.js'
import type { SportmonksSettings } from '../resolveOptions.js'

import { defineResource } from '../../../sdk/index.js'
import { fetchRow } from '../paging/fetchRow.js'
import { nextCursor } from '../paging/nextCursor.js'
import { pagedAnswerSchema } from '../paging/pagedAnswerSchema.js'
import { toPageQuery } from '../paging/toPageQuery.js'
import { leagueSchema } from '../records/leagueSchema.js'
import { toLeague } from '../records/toLeague.js'
import { hasOneOf } from '../rows/hasOneOf.js'
import { keepAsked } from '../rows/keepAsked.js'

type LeagueParams = { kind: 'all' } | { kind: 'league'; leagueId: number }

/**
 * The leagues of the option, each asked for by itself so that one outside the plan fails on its
 * own and by name; else all of the subscription. The list proves no absence: a league that left
 * the plan looks like one that is gone.
 */
export const createLeagues = ({ leagues }: Pick<SportmonksSettings, 'leagues'>): Resource =>
  defineResource({
    budgets: ['League'],
    collection: 'leagues',
    externalId: ({ id }) => String(id),
    fetchOne: (args) => fetchRow({ ...args, path: '/football/leagues' }),
    fetchPage: async ({ cursor, http, scope, signal }) => {
      if (scope.kind === 'league') {
        const { leagueId } = scope
        const { data } = await http.get(`/football/leagues/${leagueId}`, {
          schema: oneLeagueSchema,
          signal,
        })
        const conditions = [hasOneOf({ field: 'id', ids: [leagueId] })]
        return { records: keepAsked({ asked: `league ${leagueId}`, conditions, rows: [data] }) }
      }
      const { data, pagination } = await http.get('/football/leagues', {
        query: toPageQuery({ cursor }),
        schema: pagedAnswerSchema,
        signal,
      })
      return { next: nextCursor({ asked: cursor, pagination }), records: data }
    },
    map: toLeague,
    references: ['countries'],
    schedules: [{ cron: '10 2 * * *', mode: 'full' }],
    schema: leagueSchema,
    scopes: {
      full: (): Scope<LeagueParams>[] =>
        leagues?.map((leagueId) => ({
          key: `league:${leagueId}`,
          label: `League ${leagueId}`,
          params: { kind: 'league', leagueId },
        })) ?? [{ key: 'all', label: 'All leagues of the plan', params: { kind: 'all' } }],
    },
  })

const oneLeagueSchema = z.looseObject({ data: z.looseObject({}) })
