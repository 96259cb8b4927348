import type { Slugs } from '../../options/collectionKeys.js'
import type { AccessCheck } from '../../options/SyncPluginOptions.js'

/** What every factory of a machinery collection is given. */
export type MachineryCollectionArgs = {
  /** The collection whose users sign in to the admin. Users of any other may not read. */
  adminUserSlug: string
  /** Who of them may. */
  canView: AccessCheck
  slugs: Slugs
}
