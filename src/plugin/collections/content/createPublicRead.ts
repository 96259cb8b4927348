import type { Access, PayloadRequest, Where } from 'payload'

type CreatePublicReadArgs = {
  isEditor: (args: { req: PayloadRequest }) => boolean
  /** What the kit lets visitors read. @default all */
  publicWhere: undefined | Where
  slug: string
}

/**
 * Who may read a collection that is public: editors everything, and everybody else what is
 * published and not in the trash. Asked of the config as it is in the end, because an override, or
 * another plugin, may turn on drafts or the trash.
 */
export const createPublicRead =
  ({ slug, isEditor, publicWhere }: CreatePublicReadArgs): Access =>
  ({ req }) => {
    if (isEditor({ req })) {
      return true
    }
    const config = req.payload.collections[slug]?.config
    const conditions: Where[] = [
      ...(publicWhere ? [publicWhere] : []),
      ...(config?.versions?.drafts ? [{ _status: { equals: 'published' } }] : []),
      ...(config?.trash ? [{ deletedAt: { exists: false } }] : []),
    ]
    return conditions.length === 0 || { and: conditions }
  }
