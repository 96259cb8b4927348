import { z } from 'zod'

/** A league or cup. `type` is always "league" (seen in recordings); `sub_type` tells them apart. */
export const leagueSchema = z.looseObject({
  id: z.int(),
  name: z.string(),
  active: z.boolean().nullish(),
  country_id: z.int().nullish(),
  image_path: z.string().nullish(),
  sub_type: z.string().nullish(),
})

export type SportmonksLeague = z.output<typeof leagueSchema>
