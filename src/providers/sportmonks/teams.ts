import { z } from 'zod'

import type { TeamDocument } from '../../content/soccer/index.js'
import type { FetchPageArgs, Page, Resource, ResourceContext } from '../../sdk/index.js'
import type { SeasonParams } from './listSeasonScopes.js'
import type { SportmonksSettings } from './options.js'

import { GENDERS, getSeasonOf, hasMatches } from '../../content/soccer/index.js'
import {
  defineResource,
  mapGiven,
  readPath,
  refuseEmpty,
  textSchema,
  toReference,
  withoutAbsent,
} from '../../sdk/index.js'
import { fetchList } from './http/fetchList.js'
import { fetchRow } from './http/fetchRow.js'
import { fetchWhenKnown, listSeasonScopes } from './listSeasonScopes.js'

/** A stadium, as an include. Everything but its id may be missing. */
export const venueSchema = z.looseObject({
  id: z.int(),
  name: textSchema.nullish(),
  capacity: z.number().nullish(),
  city_name: textSchema.nullish(),
})

/** A team. A placeholder ("2nd position Group A") gets a real name later under the same id. */
export const teamSchema = z.looseObject({
  id: z.int(),
  name: textSchema,
  type: z.string().nullish(),
  country_id: z.int().nullish(),
  founded: z.int().nullish(),
  gender: z.string().nullish(),
  image_path: textSchema.nullish(),
  placeholder: z.boolean().nullish(),
  short_code: textSchema.nullish(),
  venue: venueSchema.nullish(),
})

/**
 * The teams of each season in scope. A team that is not in a season any more plays elsewhere, so
 * its absence proves nothing.
 */
export const createTeams = (settings: Pick<SportmonksSettings, 'leagues' | 'seasons'>): Resource =>
  defineResource({
    budgets: ['Team'],
    collection: 'teams',
    externalId: ({ id }) => String(id),
    fetchOne: (args) => fetchRow({ ...args, include: 'venue', path: '/football/teams' }),
    fetchPage: fetchTeams,
    map: toTeam,
    references: ['countries', 'seasons'],
    remark: remarkOn,
    schedules: [{ cron: '30 2 * * *', mode: 'full' }],
    schema: teamSchema,
    scopes: {
      full: ({ now, stored }) =>
        listSeasonScopes({ neededBy: 'teams', now, provesAbsence: false, settings, stored }),
    },
    // Placeholders are marked since then.
    version: 2,
  })

const fetchTeams = async ({
  cursor,
  http,
  scope,
  signal,
  stored,
}: FetchPageArgs<SeasonParams>): Promise<Page> => {
  const season = getSeasonOf(scope)
  const { seasonId } = season
  const page = await fetchWhenKnown({
    cursor,
    fetch: () =>
      fetchList({
        cursor,
        http,
        mayBeWhole: true,
        path: `/football/teams/seasons/${seasonId}`,
        query: { include: 'venue' },
        signal,
      }),
    season,
    what: `Teams of season ${seasonId}`,
  })
  if (page.records.length === 0 && (await hasMatches({ season: String(seasonId), stored }))) {
    refuseEmpty({ ...EMPTY_SEASON, list: `list of the teams of season ${seasonId}` })
  }
  return { ...page, records: await withoutPlaceholders({ rows: page.records, stored }) }
}

const EMPTY_SEASON = {
  advice:
    'Matches of that season are stored, so it has teams: the subscription may not include them any ' +
    'more, or the id of the season may be wrong.',
  provider: 'Sportmonks',
}

type WithoutPlaceholdersArgs = { rows: readonly unknown[] } & Pick<ResourceContext, 'stored'>

/**
 * Teams without those that only stand for one ("Winner QF1"). One that is stored already, by an
 * earlier version, stays in, so that it is marked and reported.
 */
const withoutPlaceholders = async ({
  rows,
  stored,
}: WithoutPlaceholdersArgs): Promise<unknown[]> => {
  const isPlaceholder = (row: unknown): boolean => readPath({ path: ['placeholder'], row }) === true
  const toId = (row: unknown): string => String(readPath({ path: ['id'], row }))
  const externalIds = rows.filter(isPlaceholder).map(toId)
  const found = externalIds.length > 0 ? await stored.find({ externalIds, resource: 'teams' }) : []
  const known = new Set(found.map(({ externalId }) => externalId))
  return rows.filter((row) => !isPlaceholder(row) || known.has(toId(row)))
}

/** What people should know of a team. */
const remarkOn = ({ placeholder }: z.output<typeof teamSchema>): string | undefined =>
  placeholder
    ? 'It is a placeholder, which stands for a team that is not known yet, and no club. Matches do ' +
      'not point to it any more; delete the document.'
    : undefined

export const toTeam = ({
  name,
  type,
  country_id,
  founded,
  gender,
  image_path,
  placeholder,
  short_code,
  venue,
}: z.output<typeof teamSchema>): TeamDocument =>
  withoutAbsent({
    name,
    code: short_code,
    country: toReference({ id: country_id, resource: 'countries' }),
    founded,
    gender: mapGiven({
      map: (value) => GENDERS.find((known) => known === value) ?? null,
      value: gender,
    }),
    isNational: mapGiven({ map: (value) => value === 'national', value: type }),
    isPlaceholder: placeholder,
    logo: image_path,
    venue:
      venue === undefined
        ? undefined
        : withoutAbsent({ ...toVenue(venue), capacity: venue && venue.capacity }),
  })

type Venue = z.output<typeof venueSchema>

/** Name and city of a ground: both `null` where there is none. */
export const toVenue = (venue: null | Pick<Venue, 'city_name' | 'name'>) =>
  withoutAbsent({ name: venue && venue.name, city: venue && venue.city_name })
