import type { ContentCollectionConfig } from '../../../sdk/index.js'
import type { MafiaArgs } from '../MafiaArgs.js'

import { TOURNAMENT_STATES } from '../documents/index.js'
import { numberFields } from '../fields/numberFields.js'
import { placeFields } from '../fields/placeFields.js'

/** A day without a time. */
const DAY = { displayFormat: 'd MMM yyyy', pickerAppearance: 'dayOnly' } as const

export const createTournamentsCollection = ({
  editorialTab,
  label,
  slugs,
  toOptions,
}: MafiaArgs): ContentCollectionConfig => ({
  admin: {
    defaultColumns: ['title', 'startDate', 'city', 'state', 'stars', 'updatedAt'],
    listSearchableFields: ['title', 'city', 'externalId'],
    useAsTitle: 'title',
  },
  defaultSort: '-startDate',
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
              type: 'row',
              fields: [
                ...(['startDate', 'endDate'] as const).map((name) => ({
                  name,
                  type: 'date' as const,
                  admin: { date: DAY, width: '30%' },
                  index: true,
                  label: label(`fields:${name}`),
                })),
                {
                  name: 'state',
                  type: 'select',
                  admin: { width: '40%' },
                  index: true,
                  label: label('fields:state'),
                  options: toOptions({ group: 'tournamentState', values: TOURNAMENT_STATES }),
                },
              ],
            },
            placeFields({ label }),
            numberFields({ label, names: ['stars', 'elo', 'participants'] }),
            {
              type: 'row',
              fields: (['isRated', 'isHidden'] as const).map((name) => ({
                name,
                type: 'checkbox',
                admin: { width: '50%' },
                label: label(`fields:${name}`),
              })),
            },
            {
              type: 'row',
              fields: (['type', 'providerStatus'] as const).map((name) => ({
                name,
                type: 'text',
                admin: { width: '50%' },
                label: label(`fields:${name}`),
              })),
            },
            {
              type: 'row',
              fields: (['referee', 'organizer'] as const).map((name) => ({
                name,
                type: 'relationship',
                admin: { width: '50%' },
                label: label(`fields:${name}`),
                relationTo: slugs.mafiaPlayers,
              })),
            },
          ],
          label: label('tabs:general'),
        },
        {
          fields: [
            ...(['results', 'nominations'] as const).map((name) => ({
              name,
              type: 'json' as const,
              label: label(`fields:${name}`),
            })),
            {
              name: 'rounds',
              type: 'json',
              admin: { description: label('descriptions:rounds') },
              label: label('fields:rounds'),
            },
          ],
          label: label('tabs:results'),
        },
        ...editorialTab({ name: 'description' }),
      ],
    },
  ],
})
