import type { ContentCollectionConfig } from '../../../sdk/index.js'
import type { SoccerArgs } from '../SoccerArgs.js'

import { COVERAGE_FLAGS } from '../documents/index.js'
import { DAY } from '../fields/DAY.js'
import { BY_PICTURE } from './BY_PICTURE.js'

export const createSeasonsCollection = ({ label, slugs }: SoccerArgs): ContentCollectionConfig => ({
  admin: {
    defaultColumns: ['name', 'league', 'startDate', 'endDate', 'isCurrent', 'provider'],
    listSearchableFields: ['name', 'externalId'],
    useAsTitle: 'name',
  },
  defaultSort: '-startDate',
  fields: [
    {
      type: 'tabs',
      tabs: [
        {
          fields: [
            {
              type: 'row',
              fields: [
                {
                  name: 'name',
                  type: 'text',
                  admin: { width: '50%' },
                  index: true,
                  label: label('fields:name'),
                  required: true,
                },
                {
                  name: 'league',
                  type: 'relationship',
                  admin: { ...BY_PICTURE, width: '50%' },
                  index: true,
                  label: label('fields:league'),
                  relationTo: slugs.leagues,
                },
              ],
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'year',
                  type: 'number',
                  admin: { width: '20%' },
                  index: true,
                  label: label('fields:year'),
                },
                {
                  name: 'startDate',
                  type: 'date',
                  admin: { date: DAY, width: '40%' },
                  index: true,
                  label: label('fields:startDate'),
                },
                {
                  name: 'endDate',
                  type: 'date',
                  admin: { date: DAY, width: '40%' },
                  index: true,
                  label: label('fields:endDate'),
                },
              ],
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'isCurrent',
                  type: 'checkbox',
                  admin: { width: '50%' },
                  index: true,
                  label: label('fields:isCurrent'),
                },
                {
                  name: 'isFinished',
                  type: 'checkbox',
                  admin: { width: '50%' },
                  index: true,
                  label: label('fields:isFinished'),
                },
              ],
            },
          ],
          label: label('tabs:general'),
        },
        {
          fields: [
            {
              name: 'coverage',
              type: 'group',
              admin: { description: label('descriptions:coverage'), hideGutter: true },
              fields: COVERAGE_FLAGS.map((flag) => ({
                name: flag,
                type: 'checkbox',
                label: label(`coverage:${flag}`),
              })),
              label: label('fields:coverage'),
            },
          ],
          label: label('tabs:coverage'),
        },
      ],
    },
  ],
})
