import type { ContentCollectionConfig } from '../../../sdk/index.js'
import type { CollegeArgs } from '../CollegeArgs.js'

import { dateField, row, textField } from '../fields/fields.js'

export const createTeamsCollection = ({
  editorialTab,
  label,
}: CollegeArgs): ContentCollectionConfig => ({
  admin: {
    defaultColumns: ['name', 'sportName', 'seasonName', 'organization', 'provider', 'updatedAt'],
    listSearchableFields: ['name', 'seasonName', 'externalId'],
    useAsTitle: 'name',
  },
  defaultSort: 'name',
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          fields: [
            { ...textField({ name: 'name', index: true, label }), required: true },
            row(
              textField({ name: 'sportName', label, width: '60%' }),
              textField({ name: 'sport', index: true, label, width: '40%' }),
            ),
            row(
              textField({ name: 'seasonName', label, width: '60%' }),
              textField({ name: 'seasonId', index: true, label, width: '40%' }),
            ),
            row(
              dateField({ name: 'seasonStart', label, picks: 'day', width: '30%' }),
              dateField({ name: 'seasonEnd', label, picks: 'day', width: '30%' }),
              textField({ name: 'previousSeasonId', label, width: '40%' }),
            ),
            textField({ name: 'organization', label }),
            textField({ name: 'logo', label }),
          ],
          label: label('tabs:general'),
        },
        ...editorialTab({ name: 'description' }),
      ],
    },
  ],
})
