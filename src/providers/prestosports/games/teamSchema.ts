import { z } from 'zod'

import type { CollegeTeamDocument } from '../../../content/college/index.js'

import { idSchema, mapGiven, toDay, withoutAbsent } from '../../../sdk/index.js'
import { textValue } from '../values/values.js'

const seasonSchema = z.looseObject({
  endDate: textValue,
  organization: z.looseObject({ name: textValue, shortName: textValue }).nullish(),
  previousSeasonId: textValue,
  seasonId: textValue,
  seasonName: textValue,
  sport: z.looseObject({ sportId: textValue, sportName: textValue }).nullish(),
  startDate: textValue,
})

/** A team as games, `/me/teams` and `/teams/{id}` send it. */
export const teamSchema = z.looseObject({
  logo: textValue,
  season: seasonSchema.nullish(),
  seasonId: textValue,
  sportId: textValue,
  teamId: idSchema,
  teamName: textValue,
})

export type PrestosportsTeam = z.output<typeof teamSchema>

/** What stands for a team that has no name yet. */
export const UNNAMED = 'TBA'

/** A team of one season. */
export const toTeam = ({
  logo,
  season,
  seasonId,
  sportId,
  teamName,
}: PrestosportsTeam): CollegeTeamDocument =>
  withoutAbsent({
    name: teamName ?? UNNAMED,
    logo,
    organization: season?.organization?.name,
    previousSeasonId: season?.previousSeasonId,
    seasonEnd: mapGiven({ map: toDay, value: season?.endDate }),
    seasonId: seasonId ?? season?.seasonId,
    seasonName: season?.seasonName,
    seasonStart: mapGiven({ map: toDay, value: season?.startDate }),
    sport: sportId ?? season?.sport?.sportId,
    sportName: season?.sport?.sportName,
  })
