import type { ContentCollectionConfig } from '../../../sdk/index.js'
import type { SoccerArgs } from '../SoccerArgs.js'

import { pictureCell, pictureField } from '../../../sdk/index.js'
import { LEAGUE_TYPES } from '../documents/index.js'
import { slugField } from '../fields/slugField.js'
import { toLeagueText } from '../slugs/slugTexts.js'
import { BY_PICTURE } from './BY_PICTURE.js'

export const createLeaguesCollection = ({
  label,
  slugs,
  toOptions,
}: SoccerArgs): ContentCollectionConfig => ({
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
      admin: { components: pictureCell({ picture: 'logo' }) },
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
          admin: { ...BY_PICTURE, width: '50%' },
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
    pictureField({ name: 'logo', label: label('fields:logo') }),
    { name: 'active', type: 'checkbox', index: true, label: label('fields:active') },
    slugField({ collection: slugs.leagues, label, toText: toLeagueText({ slugs }) }),
  ],
})
