import { z } from 'zod'

import { countrySchema } from './countrySchema.js'

/** A league or cup with its country. Its seasons are records of their own. */
export const leagueSchema = z.looseObject({
  country: countrySchema.partial().nullish(),
  league: z.looseObject({
    id: z.int().positive(),
    name: z.string().trim().min(1),
    type: z.string().nullish(),
    logo: z.string().nullish(),
  }),
})

export type ApiFootballLeague = z.output<typeof leagueSchema>
