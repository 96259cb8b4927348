import { z } from 'zod'

/** A list. One that is paged says how many there are in all; an unpaged one may not. */
export const listSchema = z.looseObject({
  data: z.array(z.unknown()),
  totalElements: z.int().nonnegative().nullish(),
})

/** One object. */
export const oneSchema = z.looseObject({ data: z.looseObject({}) })
