import type { FieldAffectingData } from 'payload'

import { validations } from 'payload'

import type { ValueNode } from './Plan.js'

type Validator = NonNullable<ValueNode['validate']>

/** What Payload puts around its own validator of a type, where a field has none, without spaces. */
const WRAPPER = '(val,options)=>defaultValidate(val,{...field,...options})'

/**
 * Types of which Payload's own validator looks at the value, the field and the request only. That of
 * JSON looks at what is wrong with a text as well.
 */
const SIMPLE: ReadonlySet<string> = new Set([
  'checkbox',
  'code',
  'date',
  'json',
  'number',
  'radio',
  'relationship',
  'select',
  'text',
  'textarea',
])

type ToValidatorArgs = { field: FieldAffectingData }

/**
 * The validator of a field and what is the same of its options for all documents. Payload's own
 * are called without the wrapper that spreads the options, which would merge two whole documents
 * for each field.
 *
 * @see `fields/config/sanitize.js` and `fields/validations.js` of payload
 */
export const toValidator = ({
  field,
}: ToValidatorArgs): Pick<ValueNode, 'base' | 'looksAtValueOnly' | 'validate'> => {
  const given = (field as { validate?: Validator }).validate
  const own = validations[field.type as keyof typeof validations] as undefined | Validator
  const isOwn =
    own !== undefined && given !== undefined && String(given).replace(/\s+/g, '') === WRAPPER
  const { filterOptions, timezone } = field as { filterOptions?: unknown; timezone?: unknown }
  return {
    base: Object.freeze({ ...field }),
    looksAtValueOnly: isOwn && SIMPLE.has(field.type) && !filterOptions && !timezone,
    validate: isOwn ? own : given,
  }
}
