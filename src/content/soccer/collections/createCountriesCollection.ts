import type { ContentCollectionConfig } from '../../../sdk/index.js'
import type { SoccerArgs } from '../SoccerArgs.js'

import { pictureCell, pictureField } from '../../../sdk/index.js'

export const createCountriesCollection = ({ label }: SoccerArgs): ContentCollectionConfig => ({
  admin: {
    defaultColumns: ['name', 'code', 'provider', 'updatedAt'],
    listSearchableFields: ['name', 'code', 'externalId'],
    useAsTitle: 'name',
  },
  defaultSort: 'name',
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'name',
          type: 'text',
          admin: { components: pictureCell({ picture: 'flag', shape: 'wide' }), width: '70%' },
          index: true,
          label: label('fields:name'),
          required: true,
        },
        {
          name: 'code',
          type: 'text',
          admin: { description: label('descriptions:isoCode'), width: '30%' },
          index: true,
          label: label('fields:code'),
        },
      ],
    },
    pictureField({ name: 'flag', label: label('fields:flag'), shape: 'wide' }),
  ],
})
