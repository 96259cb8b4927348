import type { CheckboxField, DateField, Field, JSONField, NumberField, TextField } from 'payload'

import type { CollegeArgs } from '../CollegeArgs.js'

type FieldKey = Parameters<CollegeArgs['label']>[0]

type FieldName =
  Extract<FieldKey, `fields:${string}`> extends `fields:${infer TName}` ? TName : never

type Description =
  Extract<FieldKey, `descriptions:${string}`> extends `descriptions:${infer TName}` ? TName : never

type Label = CollegeArgs['label']

type FieldArgs = {
  description?: Description
  /** @default false */
  index?: boolean
  label: Label
  name: FieldName
  /** @default the whole width */
  width?: string
}

const toAdmin = ({ description, label, width }: FieldArgs) => ({
  ...(description && { description: label(`descriptions:${description}`) }),
  ...(width && { width }),
})

const toBase = (args: FieldArgs) => ({
  name: args.name,
  admin: toAdmin(args),
  ...(args.index && { index: true }),
  label: args.label(`fields:${args.name}`),
})

export const textField = (args: FieldArgs): TextField => ({ ...toBase(args), type: 'text' })

export const numberField = (args: FieldArgs): NumberField => ({ ...toBase(args), type: 'number' })

export const checkboxField = (args: FieldArgs): CheckboxField => ({
  ...toBase(args),
  type: 'checkbox',
})

type DateFieldArgs = { picks: 'day' | 'moment' } & FieldArgs

/** A day is stored at 12:00 UTC, as Payload's own picker does. */
export const dateField = ({ picks, ...args }: DateFieldArgs): DateField => ({
  ...toBase(args),
  type: 'date',
  admin: {
    ...toAdmin(args),
    date:
      picks === 'day'
        ? { displayFormat: 'd MMM yyyy', pickerAppearance: 'dayOnly' }
        : { pickerAppearance: 'dayAndTime' },
  },
})

/** What is a list or differs from sport to sport. */
export const jsonField = (args: FieldArgs): JSONField => ({
  ...toBase(args),
  type: 'json',
  admin: { ...toAdmin(args), disableListColumn: true, disableListFilter: true },
})

type LinkFieldArgs = { to: string } & FieldArgs

/** A relationship to one document, with an index. */
export const linkField = ({ to, ...args }: LinkFieldArgs): Field => ({
  ...toBase(args),
  type: 'relationship',
  index: true,
  relationTo: to,
})

/** Fields beside each other. */
export const row = (...fields: Field[]): Field => ({ type: 'row', fields })
