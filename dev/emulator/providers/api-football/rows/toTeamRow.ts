import type { Row } from '../../../json.js'
import type { Context } from '../createContext.js'

import { imagePath } from '../../../imagePath.js'
import { toPlainName } from './words/countryWords.js'

/** A team with its ground, in which everything is `null` where none is known. */
export const toTeamRow = ({
  id,
  context: { world },
}: {
  context: Context
  id: number
}): null | Row => {
  const team = world.teams.get(id)
  if (!team) {
    return null
  }
  const country = world.countries.get(team.countryId)
  const venue = team.venueId === null ? undefined : world.venues.get(team.venueId)
  return {
    team: {
      id,
      name: team.name,
      code: team.shortCode,
      country: country ? toPlainName(country) : null,
      founded: team.founded,
      logo: imagePath({ id, kind: 'teams' }),
      national: false,
    },
    venue: {
      id: venue?.id ?? null,
      name: venue?.name ?? null,
      address: null,
      capacity: venue?.capacity ?? null,
      city: venue?.cityName ?? null,
      image: venue ? imagePath({ id: venue.id, kind: 'venues' }) : null,
      surface: venue ? 'grass' : null,
    },
  }
}

/** As a team stands in squads, events and lists of players. */
export const toTeamName = ({ id, context: { world } }: { context: Context; id: number }): Row => ({
  id,
  name: world.teams.get(id)?.name ?? null,
  logo: imagePath({ id, kind: 'teams' }),
})
