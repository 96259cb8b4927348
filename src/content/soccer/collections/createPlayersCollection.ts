import type { ContentCollectionConfig } from '../../../sdk/index.js'
import type { SoccerArgs } from '../SoccerArgs.js'

import { pictureCell, pictureField } from '../../../sdk/index.js'
import { PLAYER_POSITIONS } from '../documents/index.js'
import { DAY } from '../fields/DAY.js'
import { slugField } from '../fields/slugField.js'
import { toNameText } from '../slugs/slugTexts.js'
import { BY_PICTURE } from './BY_PICTURE.js'

export const createPlayersCollection = ({
  editorialTab,
  label,
  slugs,
  toOptions,
}: SoccerArgs): ContentCollectionConfig => ({
  admin: {
    defaultColumns: ['name', 'team', 'position', 'nationality', 'provider', 'updatedAt'],
    listSearchableFields: ['name', 'firstName', 'lastName', 'slug', 'externalId'],
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
              admin: { components: pictureCell({ picture: 'photo', shape: 'round' }) },
              index: true,
              label: label('fields:name'),
              required: true,
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'firstName',
                  type: 'text',
                  admin: { width: '50%' },
                  label: label('fields:firstName'),
                },
                {
                  name: 'lastName',
                  type: 'text',
                  admin: { width: '50%' },
                  index: true,
                  label: label('fields:lastName'),
                },
              ],
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'team',
                  type: 'relationship',
                  admin: { ...BY_PICTURE, width: '50%' },
                  index: true,
                  label: label('fields:team'),
                  relationTo: slugs.teams,
                },
                {
                  name: 'position',
                  type: 'select',
                  admin: { width: '30%' },
                  index: true,
                  label: label('fields:position'),
                  options: toOptions({ group: 'position', values: PLAYER_POSITIONS }),
                },
                {
                  name: 'shirtNumber',
                  type: 'number',
                  admin: { width: '20%' },
                  label: label('fields:shirtNumber'),
                },
              ],
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'nationality',
                  type: 'relationship',
                  admin: { ...BY_PICTURE, width: '50%' },
                  index: true,
                  label: label('fields:nationality'),
                  relationTo: slugs.countries,
                },
                {
                  name: 'dateOfBirth',
                  type: 'date',
                  admin: { date: DAY, width: '50%' },
                  label: label('fields:dateOfBirth'),
                },
              ],
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'height',
                  type: 'number',
                  admin: { description: label('descriptions:height'), width: '50%' },
                  label: label('fields:height'),
                },
                {
                  name: 'weight',
                  type: 'number',
                  admin: { description: label('descriptions:weight'), width: '50%' },
                  label: label('fields:weight'),
                },
              ],
            },
            pictureField({ name: 'photo', label: label('fields:photo'), shape: 'round' }),
          ],
          label: label('tabs:general'),
        },
        ...editorialTab({ name: 'description' }),
      ],
    },
    slugField({ collection: slugs.players, label, toText: toNameText }),
  ],
})
