import type { Field } from 'payload'

import type { MafiaArgs } from '../MafiaArgs.js'

/** Country and city, as the provider names them. */
export const placeFields = ({ label }: Pick<MafiaArgs, 'label'>): Field => ({
  type: 'row',
  fields: (['country', 'city'] as const).map((name) => ({
    name,
    type: 'text',
    admin: { width: '50%' },
    index: true,
    label: label(`fields:${name}`),
  })),
})
