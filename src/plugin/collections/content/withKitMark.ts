import type { CollectionConfig } from 'payload'

import type { ContentCollection } from '../../options/resolveContent.js'

import { toKitMark } from '../../../sdk/content/kitMark.js'

type WithKitMarkArgs = { collection: CollectionConfig; of: Pick<ContentCollection, 'key' | 'kit'> }

/** A collection that says which one of which kit it is, whatever slug it has. */
export const withKitMark = ({
  collection,
  of: { key, kit },
}: WithKitMarkArgs): CollectionConfig => ({
  ...collection,
  custom: {
    ...collection.custom,
    ...toKitMark({
      key,
      kit: kit.name,
      ...(kit.collections.get(key)?.isPersonal && { isPersonal: true }),
    }),
  },
})
