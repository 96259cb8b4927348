import type { CollectionConfig } from 'payload'

import type { ContentCollectionArgs } from './ContentCollectionArgs.js'

import { GENDERS } from '../../../sdk/index.js'
import { label } from '../../translations/index.js'
import { editorialTab } from '../fields/editorialTab.js'
import { toOptions } from '../fields/toOptions.js'
import { venueField } from '../fields/venueField.js'
import { defineContentCollection } from './defineContentCollection.js'

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
