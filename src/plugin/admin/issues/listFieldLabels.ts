import type { PayloadRequest } from 'payload'

import type { IssueGroup } from '../../../sync/operations/issues/groups/IssueGroup.js'

import { findField } from '../server/findField.js'

type ListFieldLabelsArgs = {
  groups: readonly Pick<IssueGroup, 'collection' | 'fields'>[]
  req: PayloadRequest
}

/** What people call the fields that conflicts are about, by `collection/path`. */
export const listFieldLabels = ({
  groups,
  req: { i18n, payload },
}: ListFieldLabelsArgs): Record<string, string> =>
  Object.fromEntries(
    groups.flatMap(({ collection, fields }) => {
      const config = collection === null ? undefined : payload.collections[collection]?.config
      return config
        ? fields.map((path) => [
            `${collection}/${path}`,
            findField({
              blocks: payload.blocks,
              fields: config.flattenedFields,
              i18n,
              path,
            }).label,
          ])
        : []
    }),
  )
