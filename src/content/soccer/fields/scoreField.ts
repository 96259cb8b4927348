import type { GroupField } from 'payload'

import type { SoccerArgs } from '../SoccerArgs.js'

type ScoreFieldArgs = {
  description?: 'extraTime' | 'fulltime' | 'penalties'
  name: 'extraTime' | 'fulltime' | 'halftime' | 'penalties'
} & Pick<SoccerArgs, 'label'>

/** The goals of both sides in one part of a match. */
export const scoreField = ({ name, description, label }: ScoreFieldArgs): GroupField => ({
  name,
  type: 'group',
  admin: {
    ...(description && { description: label(`descriptions:${description}`) }),
    hideGutter: true,
  },
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
