import type { Slugs } from '../../options/collectionKeys.js'

/** What every factory of a content collection is given. */
export type ContentCollectionArgs = {
  /**
   * Whether the project's config has a rich text editor. Without one Payload refuses to start with
   * a rich text field, so the editorial part is left out.
   *
   * @default true
   */
  hasEditor?: boolean
  slugs: Slugs
}
