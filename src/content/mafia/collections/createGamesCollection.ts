import type { ContentCollectionConfig } from '../../../sdk/index.js'
import type { MafiaArgs } from '../MafiaArgs.js'

import { GAME_WINNERS } from '../documents/index.js'
import { numberFields } from '../fields/numberFields.js'

export const createGamesCollection = ({
  editorialTab,
  label,
  slugs,
  toOptions,
}: MafiaArgs): ContentCollectionConfig => ({
  admin: {
    defaultColumns: ['title', 'tournament', 'round', 'table', 'winner', 'updatedAt'],
    listSearchableFields: ['title', 'externalId'],
    useAsTitle: 'title',
  },
  defaultSort: 'title',
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          fields: [
            {
              name: 'title',
              type: 'text',
              index: true,
              label: label('fields:title'),
              required: true,
            },
            {
              name: 'tournament',
              type: 'relationship',
              index: true,
              label: label('fields:tournament'),
              relationTo: slugs.mafiaTournaments,
            },
            numberFields({ label, names: ['round', 'table'] }),
            {
              type: 'row',
              fields: [
                {
                  name: 'winner',
                  type: 'select',
                  admin: { width: '50%' },
                  index: true,
                  label: label('fields:winner'),
                  options: toOptions({ group: 'gameWinner', values: GAME_WINNERS }),
                },
                {
                  name: 'referee',
                  type: 'text',
                  admin: { width: '50%' },
                  label: label('fields:referee'),
                },
              ],
            },
            {
              name: 'players',
              type: 'relationship',
              admin: { description: label('descriptions:players') },
              hasMany: true,
              label: label('fields:players'),
              relationTo: slugs.mafiaPlayers,
            },
            {
              name: 'seats',
              type: 'json',
              admin: { description: label('descriptions:seats') },
              label: label('fields:seats'),
            },
          ],
          label: label('tabs:general'),
        },
        ...editorialTab({ name: 'description' }),
      ],
    },
  ],
})
