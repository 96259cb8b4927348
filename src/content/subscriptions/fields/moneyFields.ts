import type { Field, FieldHook, TextField, TextFieldSingleValidation } from 'payload'

import type { SubscriptionsArgs } from '../SubscriptionsArgs.js'

import { toDecimal } from '../money/decimals.js'

type Label = SubscriptionsArgs['label']
type MoneyName = 'amount' | 'price' | 'tax'

/** As half of Europe writes it. */
const WITH_COMMA = /^(-?\d+),(\d{1,2})$/

const toStored: FieldHook = ({ value }) =>
  typeof value === 'string' && value.trim() !== ''
    ? (toDecimal(value.trim().replace(WITH_COMMA, '$1.$2')) ?? value)
    : value

const toCapitals: FieldHook = ({ value }) =>
  typeof value === 'string' ? value.trim().toUpperCase() : value

type CheckArgs = { isGood: (value: string) => boolean; label: Label; text: 'currency' | 'decimal' }

const check =
  ({ isGood, label, text }: CheckArgs): TextFieldSingleValidation =>
  (value, { req: { i18n, t }, required }) => {
    if (typeof value === 'string' && value !== '' ? isGood(value) : !required) {
      return true
    }
    return label(`errors:${text}`)({ i18n, t } as Parameters<ReturnType<Label>>[0])
  }

type MoneyFieldArgs = { label: Label; name: MoneyName; required?: boolean }

/**
 * An exact decimal, as text: a number would be rounded on its way. The database adds them up as its
 * own `numeric`.
 */
const moneyField = ({ name, label, required = false }: MoneyFieldArgs): TextField => ({
  name,
  type: 'text',
  admin: { placeholder: '9.99', width: '25%' },
  hooks: { beforeValidate: [toStored] },
  label: label(`fields:${name}`),
  required,
  validate: check({ isGood: (value) => toDecimal(value) !== undefined, label, text: 'decimal' }),
})

type MoneyFieldsArgs = {
  label: Label
  names: readonly MoneyName[]
  /** @default false */
  required?: boolean
}

/** Amounts with their currency. The first amount and the currency may be required. */
export const moneyFields = ({ label, names, required = false }: MoneyFieldsArgs): Field[] => [
  ...names.map((name, index) => moneyField({ name, label, required: required && index === 0 })),
  {
    name: 'currency',
    type: 'text',
    admin: { placeholder: 'EUR', width: '25%' },
    hooks: { beforeValidate: [toCapitals] },
    index: true,
    label: label('fields:currency'),
    required,
    validate: check({ isGood: (value) => /^[A-Z]{3}$/.test(value), label, text: 'currency' }),
  },
]
