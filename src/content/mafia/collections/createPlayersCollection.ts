import type { ContentCollectionConfig } from '../../../sdk/index.js'
import type { MafiaArgs } from '../MafiaArgs.js'

import { figuresFields } from '../fields/figuresField.js'
import { numberFields } from '../fields/numberFields.js'
import { placeFields } from '../fields/placeFields.js'

export const createPlayersCollection = ({
  editorialTab,
  label,
  slugs,
}: MafiaArgs): ContentCollectionConfig => ({
  admin: {
    defaultColumns: ['name', 'club', 'elo', 'rank', 'city', 'updatedAt'],
    listSearchableFields: ['name', 'externalId'],
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
              name: 'club',
              type: 'relationship',
              index: true,
              label: label('fields:club'),
              relationTo: slugs.mafiaClubs,
            },
            placeFields({ label }),
            numberFields({ label, names: ['rank', 'elo', 'tournaments', 'memberSince'] }),
            {
              name: 'registeredAt',
              type: 'date',
              admin: { date: { pickerAppearance: 'dayAndTime' } },
              label: label('fields:registeredAt'),
            },
            { name: 'photo', type: 'text', label: label('fields:photo') },
            {
              type: 'collapsible',
              admin: { initCollapsed: true },
              fields: (['firstName', 'lastName', 'socialId'] as const).map((name) => ({
                name,
                type: 'text',
                label: label(`fields:${name}`),
              })),
              label: label('fields:person'),
            },
          ],
          label: label('tabs:general'),
        },
        {
          fields: [
            numberFields({ label, names: ['averagePoints', 'prizePlaces', 'firstKills'] }),
            ...figuresFields({ label }),
            {
              name: 'statistics',
              type: 'json',
              admin: { description: label('descriptions:statistics') },
              label: label('fields:statistics'),
            },
          ],
          label: label('tabs:statistics'),
        },
        {
          fields: [
            {
              name: 'history',
              type: 'json',
              admin: { description: label('descriptions:history') },
              label: label('fields:history'),
            },
          ],
          label: label('tabs:history'),
        },
        ...editorialTab({ name: 'description' }),
      ],
    },
  ],
})
