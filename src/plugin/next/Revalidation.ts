import { z } from 'zod'

/** How soon what has a tag is made anew; the second argument of Next's `revalidateTag`. */
export type RevalidationProfile = { expire?: number } | string

/** A path of the site, or a dynamic one with its kind, as Next's `revalidatePath` takes them. */
export type RevalidationPath = { path: string; type: 'layout' | 'page' } | string

/** How much one call asks for. */
export const MOST_AT_ONCE = 200

const profileSchema = z.union([
  z.string().min(1),
  z.strictObject({ expire: z.number().min(0).optional() }),
])

const pathSchema = z.union([
  z.string().min(1),
  z.strictObject({ type: z.enum(['layout', 'page']), path: z.string().min(1) }),
])

/** What the site is asked to refresh. */
export const revalidationSchema = z.strictObject({
  paths: z.array(pathSchema).max(MOST_AT_ONCE),
  profile: profileSchema,
  tags: z.array(z.string().min(1)).max(MOST_AT_ONCE),
})

export type Revalidation = z.output<typeof revalidationSchema>
