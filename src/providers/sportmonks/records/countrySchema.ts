import { z } from 'zod'

/** A country of the core API. Also continents such as Europe are in the list. */
export const countrySchema = z.looseObject({
  id: z.int(),
  name: z.string(),
  image_path: z.string().nullish(),
  iso2: z.string().nullish(),
})

export type SportmonksCountry = z.output<typeof countrySchema>
