import { z } from 'zod'

import type { TeamDocument } from '../../content/soccer/index.js'
import type { FetchPageArgs, Page, Resource } from '../../sdk/index.js'
import type { SeasonParams } from './listSeasonScopes.js'
import type { ApiFootballSettings } from './options.js'

import { getSeasonOf, hasMatches } from '../../content/soccer/index.js'
import {
  defineResource,
  mapGiven,
  nameSchema,
  refuseEmpty,
  textSchema,
  withoutAbsent,
} from '../../sdk/index.js'
import { toCountryReference } from './countries.js'
import { fetchList, fetchRow } from './http/fetchList.js'
import { listSeasonScopes } from './listSeasonScopes.js'
import { toText } from './toText.js'

/** A team with its ground. Small clubs have a ground in which everything is null. */
export const teamSchema = z.looseObject({
  team: z.looseObject({
    id: z.int().positive(),
    name: nameSchema,
    code: textSchema.nullish(),
    country: textSchema.nullish(),
    founded: z.int().nullish(),
    logo: textSchema.nullish(),
    national: z.boolean().nullish(),
  }),
  venue: z
    .looseObject({
      name: textSchema.nullish(),
      capacity: z.number().nullish(),
      city: textSchema.nullish(),
    })
    .nullish(),
})

/**
 * The teams of each season in scope, once a week. A team that is not in a season any more plays
 * elsewhere, so its absence proves nothing.
 */
export const createTeams = (settings: Pick<ApiFootballSettings, 'leagues' | 'seasons'>): Resource =>
  defineResource({
    collection: 'teams',
    externalId: ({ team }) => String(team.id),
    fetchOne: (args) => fetchRow({ ...args, path: '/teams' }),
    fetchPage: fetchTeams,
    map: toTeam,
    references: ['countries', 'seasons'],
    schedules: [{ cron: '20 1 * * 1', mode: 'full' }],
    schema: teamSchema,
    scopes: {
      full: ({ now, stored }) =>
        listSeasonScopes({ neededBy: 'teams', now, provesAbsence: false, settings, stored }),
    },
  })

const fetchTeams = async ({ scope, ...args }: FetchPageArgs<SeasonParams>): Promise<Page> => {
  const { leagueId, seasons, year } = getSeasonOf(scope).season
  const query = { league: leagueId, season: year }
  const { next, rows } = await fetchList({ ...args, path: '/teams', query })
  if (rows.length === 0) {
    for (const { id } of seasons) {
      if (await hasMatches({ season: id, stored: args.stored })) {
        refuseEmpty({
          advice:
            'Matches of that season are stored, so it has teams: the plan may not include them any ' +
            'more, or the league or the year may be wrong.',
          list: `list of the teams of league ${leagueId} in ${year}`,
          provider: 'API-Football',
        })
      }
    }
  }
  return { next, records: rows }
}

export const toTeam = ({ team, venue }: z.output<typeof teamSchema>): TeamDocument =>
  withoutAbsent({
    name: team.name,
    code: mapGiven({ map: toText, value: team.code }),
    country: toCountryReference(team.country),
    founded: team.founded,
    isNational: team.national,
    logo: mapGiven({ map: toText, value: team.logo }),
    venue:
      venue === undefined
        ? undefined
        : withoutAbsent({ ...toVenue(venue), capacity: venue && venue.capacity }),
  })

type Venue = { city?: null | string | undefined; name?: null | string | undefined }

/** Name and city of a ground: both `null` where there is none. Its id comes and goes. */
export const toVenue = (venue: null | Venue) =>
  withoutAbsent({
    name: venue && mapGiven({ map: toText, value: venue.name }),
    city: venue && mapGiven({ map: toText, value: venue.city }),
  })
