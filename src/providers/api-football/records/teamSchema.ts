import { z } from 'zod'

/** A team with its ground. Small clubs have a ground in which everything is null. */
export const teamSchema = z.looseObject({
  team: z.looseObject({
    id: z.int().positive(),
    name: z.string().trim().min(1),
    code: z.string().nullish(),
    country: z.string().nullish(),
    founded: z.int().nullish(),
    logo: z.string().nullish(),
    national: z.boolean().nullish(),
  }),
  venue: z
    .looseObject({
      name: z.string().nullish(),
      capacity: z.number().nullish(),
      city: z.string().nullish(),
    })
    .nullish(),
})

export type ApiFootballTeam = z.output<typeof teamSchema>
