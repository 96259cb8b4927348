import { z } from 'zod'

import { paginationSchema } from './paginationSchema.js'

/** An answer of an endpoint that gives its whole list at once, or pages when it ever should. */
export const listAnswerSchema = z.looseObject({
  data: z.array(z.unknown()),
  pagination: paginationSchema.optional(),
})
