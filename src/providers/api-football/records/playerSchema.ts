import { z } from 'zod'

/**
 * A player, either of a squad (with its team, which this provider adds) or of a season's list (with
 * birth, size and nationality).
 */
export const playerSchema = z.looseObject({
  player: z.looseObject({
    id: z.int().positive(),
    name: z.string().trim().min(1),
    birth: z.looseObject({ date: z.string().nullish() }).nullish(),
    firstname: z.string().nullish(),
    height: z.string().nullish(),
    lastname: z.string().nullish(),
    nationality: z.string().nullish(),
    number: z.int().nullish(),
    photo: z.string().nullish(),
    position: z.string().nullish(),
    weight: z.string().nullish(),
  }),
  team: z.looseObject({ id: z.int().positive() }).optional(),
})

export type ApiFootballPlayer = z.output<typeof playerSchema>
