import { z } from 'zod'

/** What `live` of the options may be. */
export const liveSchema = z.strictObject({
  collections: z.array(
    z.union([
      z.string().min(1),
      z.strictObject({
        collection: z.string().min(1),
        depth: z.int().min(0).max(5).optional(),
        limit: z.int().min(1).max(1000).optional(),
        sort: z.string().min(1).optional(),
        where: z
          .unknown()
          .refine((value) => ['function', 'object', 'undefined'].includes(typeof value))
          .optional(),
      }),
    ]),
  ),
  intervalMs: z.int().min(100).optional(),
  maxStreams: z.int().min(1).optional(),
})
