import type { ContentCollectionConfig } from '../../../sdk/index.js'
import type { MafiaArgs } from '../MafiaArgs.js'

import { numberFields } from '../fields/numberFields.js'
import { placeFields } from '../fields/placeFields.js'

export const createClubsCollection = ({
  editorialTab,
  label,
}: MafiaArgs): ContentCollectionConfig => ({
  admin: {
    defaultColumns: ['name', 'city', 'rank', 'elo', 'updatedAt'],
    listSearchableFields: ['name', 'city', 'externalId'],
    useAsTitle: 'name',
  },
  defaultSort: 'name',
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          fields: [
            {
              name: 'name',
              type: 'text',
              index: true,
              label: label('fields:name'),
              required: true,
            },
            placeFields({ label }),
            numberFields({ label, names: ['rank', 'elo', 'score'] }),
          ],
          label: label('tabs:general'),
        },
        ...editorialTab({ name: 'description' }),
      ],
    },
  ],
})
