import type { CollectionConfig } from 'payload'

import type { ContentCollectionArgs } from '../../../plugin/collections/content/ContentCollectionArgs.js'

import { defineContentCollection } from '../../../plugin/collections/content/defineContentCollection.js'
import { label } from '../../../plugin/translations/index.js'

export const createCountriesCollection = ({ slugs }: ContentCollectionArgs): CollectionConfig =>
  defineContentCollection({
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
            admin: { width: '70%' },
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
      { name: 'flag', type: 'text', label: label('fields:flag') },
    ],
    key: 'countries',
    slugs,
  })
