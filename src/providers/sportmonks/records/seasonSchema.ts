import { z } from 'zod'

/** A season of one league. Dates are missing in 8 of 1843 (seen in recordings). */
export const seasonSchema = z.looseObject({
  id: z.int(),
  name: z.string(),
  ending_at: z.string().nullish(),
  finished: z.boolean().nullish(),
  is_current: z.boolean().nullish(),
  league_id: z.int(),
  starting_at: z.string().nullish(),
})

export type SportmonksSeason = z.output<typeof seasonSchema>
