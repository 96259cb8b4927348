import type { GroupField } from 'payload'

import type { TranslationKey } from '../../../plugin/translations/index.js'

import { label } from '../../../plugin/translations/index.js'

type ScoreFieldArgs = {
  description?: TranslationKey
  name: 'extraTime' | 'fulltime' | 'halftime' | 'penalties'
}

/** The goals of both sides in one part of a match. */
export const scoreField = ({ name, description }: ScoreFieldArgs): GroupField => ({
  name,
  type: 'group',
  admin: { ...(description && { description: label(description) }), hideGutter: true },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'home',
          type: 'number',
          admin: { width: '50%' },
          label: label('fields:home'),
        },
        {
          name: 'away',
          type: 'number',
          admin: { width: '50%' },
          label: label('fields:away'),
        },
      ],
    },
  ],
  label: label(`fields:${name}`),
})
