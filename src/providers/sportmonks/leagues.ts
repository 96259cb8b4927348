import { z } from 'zod'

import type { LeagueDocument } from '../../content/soccer/index.js'
import type { Resource, Scope } from '../../sdk/index.js'
import type { SportmonksSettings } from './options.js'

import {
  defineResource,
  hasOneOf,
  keepAsked,
  mapGiven,
  refuseEmpty,
  textSchema,
  toReference,
  withoutAbsent,
} from '../../sdk/index.js'
import { fetchList } from './http/fetchList.js'
import { fetchRow } from './http/fetchRow.js'

/** A league or cup. `type` is always "league" (seen in recordings); `sub_type` tells them apart. */
export const leagueSchema = z.looseObject({
  id: z.int(),
  name: textSchema,
  active: z.boolean().nullish(),
  country_id: z.int().nullish(),
  image_path: textSchema.nullish(),
  sub_type: z.string().nullish(),
})

type LeagueParams = { kind: 'all' } | { kind: 'league'; leagueId: number }

/**
 * The leagues of the option, each asked for by itself so that one outside the subscription fails on
 * its own and by name; else all of the subscription. The list proves no absence: a league that left
 * the subscription looks like one that is gone.
 */
export const createLeagues = ({ leagues }: Pick<SportmonksSettings, 'leagues'>): Resource =>
  defineResource({
    budgets: ['League'],
    collection: 'leagues',
    externalId: ({ id }) => String(id),
    fetchOne: (args) => fetchRow({ ...args, path: PATH }),
    fetchPage: async ({ cursor, http, scope, signal }) => {
      if (scope.kind === 'all') {
        const page = await fetchList({ cursor, http, path: PATH, signal })
        return page.records.length > 0
          ? page
          : refuseEmpty({
              advice:
                'The subscription may not include any league, or may have ended; see the list of ' +
                'leagues in MySportmonks. If it has leagues, the token may be of another account.',
              list: 'list of leagues',
              provider: 'Sportmonks',
            })
      }
      const { leagueId } = scope
      const { record } = await fetchRow({ externalId: String(leagueId), http, path: PATH, signal })
      const records = keepAsked({
        asked: `league ${leagueId}`,
        conditions: [hasOneOf({ path: ['id'], values: [leagueId] })],
        provider: 'Sportmonks',
        rows: [record],
      })
      return { records }
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
        })) ?? [{ key: 'all', label: 'All leagues of the subscription', params: { kind: 'all' } }],
    },
  })

export const PATH = '/football/leagues'

export const toLeague = ({
  name,
  active,
  country_id,
  image_path,
  sub_type,
}: z.output<typeof leagueSchema>): LeagueDocument =>
  withoutAbsent({
    name,
    type: mapGiven({ map: (subType) => TYPES[subType] ?? 'other', value: sub_type }),
    active,
    country: toReference({ id: country_id, resource: 'countries' }),
    logo: image_path,
  })

/** Sub-types seen in recordings. Play-offs decide about other leagues and are none themselves. */
const TYPES: Readonly<Record<string, LeagueDocument['type']>> = {
  cup_international: 'cup',
  domestic: 'league',
  domestic_cup: 'cup',
  friendly: 'friendly',
}
