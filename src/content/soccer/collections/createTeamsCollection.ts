import type { ContentCollectionConfig } from '../../../sdk/index.js'
import type { SoccerArgs } from '../SoccerArgs.js'

import { pictureCell, pictureField } from '../../../sdk/index.js'
import { GENDERS } from '../documents/index.js'
import { slugField } from '../fields/slugField.js'
import { venueField } from '../fields/venueField.js'
import { toNameText } from '../slugs/slugTexts.js'
import { BY_PICTURE } from './BY_PICTURE.js'

export const createTeamsCollection = ({
  editorialTab,
  label,
  slugs,
  toOptions,
}: SoccerArgs): ContentCollectionConfig => ({
  admin: {
    defaultColumns: ['name', 'country', 'code', 'provider', 'updatedAt'],
    listSearchableFields: ['name', 'shortName', 'code', 'slug', 'externalId'],
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
              admin: { components: pictureCell({ picture: 'logo' }) },
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
                  admin: { ...BY_PICTURE, width: '50%' },
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
              type: 'row',
              fields: (['isNational', 'isPlaceholder'] as const).map((name) => ({
                name,
                type: 'checkbox',
                admin: { width: '50%' },
                index: true,
                label: label(`fields:${name}`),
              })),
            },
            pictureField({ name: 'logo', label: label('fields:logo') }),
            venueField({ hasCapacity: true, label }),
          ],
          label: label('tabs:general'),
        },
        ...editorialTab({ name: 'description' }),
      ],
    },
    slugField({ collection: slugs.teams, label, toText: toNameText }),
  ],
})
