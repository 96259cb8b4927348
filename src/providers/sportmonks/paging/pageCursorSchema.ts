import { z } from 'zod'

/**
 * Where the next page starts: behind the provider's own cursor, or at a page number. The number
 * only means something together with the size of the pages it counts.
 */
export const pageCursorSchema = z.union([
  z.strictObject({ cursor: z.string() }),
  z.strictObject({ page: z.int(), perPage: z.int() }),
])

export type PageCursor = z.output<typeof pageCursorSchema>
