import { z } from 'zod'

import type { TeamDocument } from '../../content/soccer/index.js'
import type { FetchPageArgs, Resource } from '../../sdk/index.js'
import type { SeasonParams } from './listSeasonScopes.js'
import type { SportmonksSettings } from './options.js'

import { GENDERS, getSeasonOf } from '../../content/soccer/index.js'
import {
  defineResource,
  mapGiven,
  textSchema,
  toReference,
  withoutAbsent,
} from '../../sdk/index.js'
import { fetchList } from './http/fetchList.js'
import { fetchRow } from './http/fetchRow.js'
import { listSeasonScopes } from './listSeasonScopes.js'

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
    fetchPage: async ({ cursor, http, scope, signal }: FetchPageArgs<SeasonParams>) =>
      await fetchList({
        cursor,
        http,
        mayBeWhole: true,
        path: `/football/teams/seasons/${getSeasonOf(scope).seasonId}`,
        query: { include: 'venue' },
        signal,
      }),
    map: toTeam,
    references: ['countries', 'seasons'],
    schedules: [{ cron: '30 2 * * *', mode: 'full' }],
    schema: teamSchema,
    scopes: {
      full: ({ stored }) =>
        listSeasonScopes({ neededBy: 'teams', provesAbsence: false, settings, stored }),
    },
  })

export const toTeam = ({
  name,
  type,
  country_id,
  founded,
  gender,
  image_path,
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
