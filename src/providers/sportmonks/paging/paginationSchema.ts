import { z } from 'zod'

/**
 * The pagination block. There is no total and no page count; `next_page` is a number in older docs
 * and a URL in recordings, so it is not read.
 */
export const paginationSchema = z.looseObject({
  current_page: z.int().nullish(),
  has_more: z.boolean(),
  next_cursor: z.string().nullish(),
  per_page: z.int(),
})

export type Pagination = z.output<typeof paginationSchema>
