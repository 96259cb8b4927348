import { z } from 'zod'

/**
 * The pagination block. There is no total and no page count; `next_page` is a number in older docs
 * and a URL in recordings, so it is not read.
 */
const paginationSchema = z.looseObject({
  current_page: z.int().nullish(),
  has_more: z.boolean(),
  next_cursor: z.string().nullish(),
  per_page: z.int(),
})

export type Pagination = z.output<typeof paginationSchema>

/** An answer of an endpoint that is always paged: without its block "all" cannot be told. */
export const pagedAnswerSchema = z.looseObject({
  data: z.array(z.unknown()),
  pagination: paginationSchema,
})

/** An answer of an endpoint that gives its whole list at once, or pages when it ever should. */
export const listAnswerSchema = pagedAnswerSchema.partial({ pagination: true })

/** An answer with one record. */
export const rowAnswerSchema = z.looseObject({ data: z.looseObject({}) })
