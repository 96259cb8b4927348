import type { CollectionConfig } from 'payload'

import type { ContentCollectionArgs } from '../../../plugin/collections/content/ContentCollectionArgs.js'

import { defineContentCollection } from '../../../plugin/collections/content/defineContentCollection.js'
import { toOptions } from '../../../plugin/collections/fields/toOptions.js'
import { label } from '../../../plugin/translations/index.js'
import { LEAGUE_TYPES } from '../../../sdk/index.js'
import { buildLeagueSlug } from '../slugs/buildLeagueSlug.js'

export const createLeaguesCollection = ({ slugs }: ContentCollectionArgs): CollectionConfig =>
  defineContentCollection({
    admin: {
      defaultColumns: ['name', 'country', 'type', 'active', 'provider', 'updatedAt'],
      listSearchableFields: ['name', 'slug', 'externalId'],
      useAsTitle: 'name',
    },
    defaultSort: 'name',
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
            name: 'country',
            type: 'relationship',
            admin: { width: '50%' },
            index: true,
            label: label('fields:country'),
            relationTo: slugs.countries,
          },
          {
            name: 'type',
            type: 'select',
            admin: { width: '50%' },
            index: true,
            label: label('fields:type'),
            options: toOptions({ group: 'leagueType', values: LEAGUE_TYPES }),
          },
        ],
      },
      { name: 'logo', type: 'text', label: label('fields:logo') },
      { name: 'active', type: 'checkbox', index: true, label: label('fields:active') },
      {
        name: 'slug',
        type: 'text',
        admin: { description: label('descriptions:slug'), position: 'sidebar' },
        hooks: { beforeValidate: [buildLeagueSlug({ slugs })] },
        index: true,
        label: label('fields:slug'),
        unique: true,
      },
    ],
    key: 'leagues',
    slugs,
  })
