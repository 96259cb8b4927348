import { z } from 'zod'

import { paginationSchema } from './paginationSchema.js'

/** An answer of an endpoint that is always paged: without its block "all" cannot be told. */
export const pagedAnswerSchema = z.looseObject({
  data: z.array(z.unknown()),
  pagination: paginationSchema,
})
