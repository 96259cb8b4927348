import { z } from 'zod'

/** A country. It has no id. */
export const countrySchema = z.looseObject({
  name: z.string().trim().min(1),
  code: z.string().nullish(),
  flag: z.string().nullish(),
})

export type ApiFootballCountry = z.output<typeof countrySchema>
