import { z } from 'zod'

import type { LeagueDocument } from '../../content/soccer/index.js'
import type { FetchPageArgs, JsonObject, Page, Resource } from '../../sdk/index.js'
import type { ApiFootballSettings } from './options.js'

import {
  defineResource,
  hasOneOf,
  mapGiven,
  nameSchema,
  NotFoundError,
  readPath,
  refuseEmpty,
  textSchema,
  withoutAbsent,
} from '../../sdk/index.js'
import { countrySchema, toCountryReference } from './countries.js'
import { fetchList, fetchRow } from './http/fetchList.js'
import { toText } from './toText.js'

/** A league or cup with its country. Its seasons are records of their own. */
export const leagueSchema = z.looseObject({
  country: countrySchema.partial().nullish(),
  league: z.looseObject({
    id: z.int().positive(),
    name: nameSchema,
    type: textSchema.nullish(),
    logo: textSchema.nullish(),
  }),
})

/**
 * All leagues there are, or those of the option; one request either way. Only the whole list proves
 * absence: what the option leaves out is not gone.
 */
export const createLeagues = ({ leagues }: Pick<ApiFootballSettings, 'leagues'>): Resource =>
  defineResource({
    collection: 'leagues',
    externalId: ({ league }) => String(league.id),
    fetchOne: (args) => fetchRow({ ...args, path: '/leagues' }),
    fetchPage: ({ cursor, http, signal }) => fetchLeagueRows({ cursor, http, leagues, signal }),
    map: toLeague,
    references: ['countries'],
    schedules: [{ cron: '10 1 * * *', mode: 'full' }],
    schema: leagueSchema,
    scopes: {
      full: () => [
        leagues
          ? { key: 'chosen', label: 'The chosen leagues', params: {} }
          : { key: 'all', label: 'All leagues', params: {}, provesAbsence: true },
      ],
    },
  })

/** The only two types there are (886 leagues, seen in recordings). */
const TYPES: Readonly<Record<string, LeagueDocument['type']>> = {
  Cup: 'cup',
  League: 'league',
}

/**
 * A league. Its name is today's: one in ten was renamed in three years, and an id was given to
 * another competition once (seen in recordings).
 */
export const toLeague = ({ country, league }: z.output<typeof leagueSchema>): LeagueDocument =>
  withoutAbsent({
    name: league.name,
    type: mapGiven({ map: (type) => TYPES[type] ?? 'other', value: league.type }),
    country: country === null ? null : toCountryReference(country?.name),
    logo: mapGiven({ map: toText, value: league.logo }),
  })

const unlistedSchema = z.strictObject({ unlisted: z.array(z.int()) })

type FetchLeagueRowsArgs = {
  /** Absent: all. */
  leagues: readonly number[] | undefined
} & Pick<FetchPageArgs<JsonObject>, 'cursor' | 'http' | 'signal'>

const ID_PATH = ['league', 'id']

/**
 * The leagues with all their seasons. The whole list is one request, whatever the option asks for;
 * it does not depend on the subscription.
 *
 * @throws EmptyAnswerError for an empty list
 * @throws NotFoundError for leagues of the option that are not listed, after all others
 */
export const fetchLeagueRows = async ({
  cursor,
  http,
  leagues,
  signal,
}: FetchLeagueRowsArgs): Promise<Page> => {
  const known = unlistedSchema.safeParse(cursor)
  if (known.success) {
    throw new NotFoundError(
      `API-Football has no league with the id ${known.data.unlisted.join(' or ')} in its list. ` +
        'If the id is wrong, take it out of the option "leagues"; if it is right, the plan may not ' +
        'include it. The others were read.',
    )
  }
  const { next, rows } = await fetchList({ cursor, http, path: '/leagues', signal })
  if (rows.length === 0) {
    refuseEmpty({
      advice:
        'It has more than a thousand: the plan of the key may not give access to it, or the ' +
        'option "baseUrl" may lead elsewhere. Look at the account on dashboard.api-football.com. ' +
        'Nothing can be told of the ids in the option "leagues".',
      list: 'list of leagues',
      provider: 'API-Football',
    })
  }
  if (!leagues) {
    return { next, records: rows }
  }
  const listed = new Set(rows.map((row) => readPath({ path: ID_PATH, row })))
  const unlisted = leagues.filter((id) => !listed.has(id))
  const isWhole = cursor === undefined && next === undefined
  return {
    next: isWhole && unlisted.length > 0 ? { unlisted } : next,
    records: rows.filter(hasOneOf({ path: ID_PATH, values: leagues })),
  }
}
