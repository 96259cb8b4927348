import type { CollectionConfig } from 'payload'

import type { ContentCollectionArgs } from '../../../plugin/collections/content/ContentCollectionArgs.js'

import { defineContentCollection } from '../../../plugin/collections/content/defineContentCollection.js'
import { editorialTab } from '../../../plugin/collections/fields/editorialTab.js'
import { toOptions } from '../../../plugin/collections/fields/toOptions.js'
import { label } from '../../../plugin/translations/index.js'
import { GENDERS } from '../../../sdk/index.js'
import { venueField } from '../fields/venueField.js'

export const createTeamsCollection = ({
  hasEditor = true,
  slugs,
}: ContentCollectionArgs): CollectionConfig =>
  defineContentCollection({
    admin: {
      defaultColumns: ['name', 'country', 'code', 'provider', 'updatedAt'],
      listSearchableFields: ['name', 'shortName', 'code', 'externalId'],
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
              {
                type: 'row',
                fields: [
                  {
                    name: 'shortName',
                    type: 'text',
                    admin: { width: '70%' },
                    label: label('fields:shortName'),
                  },
                  {
                    name: 'code',
                    type: 'text',
                    admin: { width: '30%' },
                    index: true,
                    label: label('fields:code'),
                  },
                ],
              },
              {
                type: 'row',
                fields: [
                  {
                    name: 'country',
                    type: 'relationship',
                    admin: { width: '50%' },
                    index: true,
                    label: label('fields:country'),
                    relationTo: slugs.countries,
                  },
                  {
                    name: 'gender',
                    type: 'select',
                    admin: { width: '25%' },
                    index: true,
                    label: label('fields:gender'),
                    options: toOptions({ group: 'gender', values: GENDERS }),
                  },
                  {
                    name: 'founded',
                    type: 'number',
                    admin: { width: '25%' },
                    label: label('fields:founded'),
                  },
                ],
              },
              {
                name: 'isNational',
                type: 'checkbox',
                index: true,
                label: label('fields:isNational'),
              },
              { name: 'logo', type: 'text', label: label('fields:logo') },
              venueField({ hasCapacity: true }),
            ],
            label: label('tabs:general'),
          },
          ...editorialTab({ name: 'description', hasEditor }),
        ],
      },
    ],
    key: 'teams',
    slugs,
  })
