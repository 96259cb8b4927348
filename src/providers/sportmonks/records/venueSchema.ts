import { z } from 'zod'

/** A stadium, as an include. Everything but its id may be missing. */
export const venueSchema = z.looseObject({
  id: z.int(),
  name: z.string().nullish(),
  capacity: z.number().nullish(),
  city_name: z.string().nullish(),
})
