import type { Slugs } from '../../options/collectionKeys.js'

/** What every factory of a machinery collection is given. */
export type MachineryCollectionArgs = {
  /** The collection whose users sign in to the admin. Users of any other may not read. */
  adminUserSlug: string
  slugs: Slugs
}
