import type { Field } from 'payload'

import type { MafiaArgs } from '../MafiaArgs.js'

import { MAFIA_ROLES } from '../documents/index.js'

const FIGURES = ['games', 'wins', 'winPercent'] as const

type FiguresFieldArgs = { name: 'citizen' | 'don' | 'mafia' | 'sheriff' | 'total' } & Pick<
  MafiaArgs,
  'label'
>

const figuresField = ({ name, label }: FiguresFieldArgs): Field => ({
  name,
  type: 'group',
  fields: [
    {
      type: 'row',
      fields: FIGURES.map((figure) => ({
        name: figure,
        type: 'number',
        admin: { width: '33%' },
        label: label(`fields:${figure}`),
      })),
    },
  ],
  label: label(`fields:${name}`),
})

/** Games, wins and percent: all together, and by role. */
export const figuresFields = ({ label }: Pick<MafiaArgs, 'label'>): Field[] => [
  figuresField({ name: 'total', label }),
  {
    name: 'roles',
    type: 'group',
    fields: MAFIA_ROLES.map((name) => figuresField({ name, label })),
    label: label('fields:roles'),
  },
]
