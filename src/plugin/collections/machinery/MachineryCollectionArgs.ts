import type { Provider } from '../../../sdk/index.js'
import type { Slugs } from '../../options/collectionKeys.js'
import type { AccessCheck } from '../../options/SyncPluginOptions.js'

/** What every factory of a machinery collection is given. */
export type MachineryCollectionArgs = {
  access: {
    /** Who may see and change the connections of everybody, and what comes of them. */
    connections: AccessCheck
    /** Who may change what people may change at all. */
    manage: AccessCheck
    /** Who may read, of those who sign in to the admin. */
    view: AccessCheck
  }
  /** The collection whose users sign in to the admin. Users of any other may not read. */
  adminUserSlug: string
  providers: readonly Provider[]
  slugs: Slugs
}
