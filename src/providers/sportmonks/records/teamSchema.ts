import { z } from 'zod'

import { venueSchema } from './venueSchema.js'

/** A team. A placeholder ("2nd position Group A") gets a real name later under the same id. */
export const teamSchema = z.looseObject({
  id: z.int(),
  name: z.string(),
  type: z.string().nullish(),
  country_id: z.int().nullish(),
  founded: z.int().nullish(),
  gender: z.string().nullish(),
  image_path: z.string().nullish(),
  placeholder: z.boolean().nullish(),
  short_code: z.string().nullish(),
  venue: venueSchema.nullish(),
})

export type SportmonksTeam = z.output<typeof teamSchema>
