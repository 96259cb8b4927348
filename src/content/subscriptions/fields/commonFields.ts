import type { Field } from 'payload'

import type { SubscriptionsArgs } from '../SubscriptionsArgs.js'

import { SOURCES } from '../documents/index.js'

type DayName = 'day' | 'ended' | 'nextRenewal' | 'periodEnd' | 'periodStart' | 'started'

type DayFieldsArgs = { names: readonly DayName[]; required?: boolean } & Pick<
  SubscriptionsArgs,
  'label'
>

/** Days without a time, side by side. */
export const dayFields = ({ label, names, required = false }: DayFieldsArgs): Field[] =>
  names.map((name) => ({
    name,
    type: 'date',
    admin: {
      date: { displayFormat: 'd MMM yyyy', pickerAppearance: 'dayOnly' },
      width: `${Math.floor(100 / names.length)}%`,
    },
    index: true,
    label: label(`fields:${name}`),
    required,
  }))

type NumberName = 'cachedTokens' | 'inputTokens' | 'outputTokens' | 'requests' | 'tokens'

type NumberFieldsArgs = { names: readonly NumberName[] } & Pick<SubscriptionsArgs, 'label'>

export const numberFields = ({ label, names }: NumberFieldsArgs): Field => ({
  type: 'row',
  fields: names.map((name) => ({
    name,
    type: 'number',
    admin: { width: `${Math.floor(100 / names.length)}%` },
    label: label(`fields:${name}`),
    min: 0,
  })),
})

/** Where a document comes from. What a person enters is theirs, and nobody says otherwise. */
export const sourceField = ({
  label,
  toOptions,
}: Pick<SubscriptionsArgs, 'label' | 'toOptions'>): Field => ({
  name: 'source',
  type: 'select',
  access: { create: () => false, update: () => false },
  admin: { position: 'sidebar', readOnly: true },
  defaultValue: 'manual',
  index: true,
  label: label('fields:source'),
  options: toOptions({ group: 'source', values: SOURCES }),
})

export const serviceField = ({ label }: Pick<SubscriptionsArgs, 'label'>): Field => ({
  name: 'service',
  type: 'text',
  index: true,
  label: label('fields:service'),
  required: true,
})
