import type { FieldShape } from '../readShape.js'

import { isObject } from '../flatten.js'

/** What one value of a field may be; of a field with many, each of them. */
export type Kind = {
  fits: (value: unknown) => boolean
  /** In words that follow on "wants". */
  wants: string
}

const isText = (value: unknown): boolean => typeof value === 'string'

const text: Kind = { fits: isText, wants: 'text' }

const choice: Kind = { fits: isText, wants: 'the value of one of its options, as text' }

/** A moment that both the database and Payload's date picker can hold. */
const isMoment = (value: unknown): boolean => {
  // Without a year the parser of JavaScript reads "round 3" as a day in March 2001.
  if (typeof value !== 'string' || !/\d{4}/.test(value)) {
    return false
  }
  const year = new Date(value).getUTCFullYear()
  return year >= 1 && year <= 9999
}

const isCoordinate = (value: unknown): boolean =>
  typeof value === 'number' && Number.isFinite(value)

/** Lexical keeps a tree with a root, other editors a list of nodes. */
const isRichText = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.every(isObject)
    : isObject(value) && isObject(value.root) && Array.isArray(value.root.children)

/**
 * What a field takes, by its type in Payload. Payload itself checks less, and nothing of a draft:
 * a text in the place of a rich text, or an object in that of a text, would be stored. A type that
 * is not here takes anything, as `json` does. References and rows are not looked at here.
 */
export const FIELD_KINDS: Readonly<Partial<Record<FieldShape['type'], Kind>>> = {
  checkbox: { fits: (value) => typeof value === 'boolean', wants: 'true or false' },
  code: text,
  date: {
    fits: isMoment,
    wants: 'a date as text, such as 2026-05-01T12:00:00Z, of the years 1 to 9999',
  },
  email: text,
  number: { fits: isCoordinate, wants: 'a number' },
  point: {
    fits: (value) =>
      Array.isArray(value) && value.length === 2 && value.every((each) => isCoordinate(each)),
    wants: 'a point, [longitude, latitude]',
  },
  radio: choice,
  richText: { fits: isRichText, wants: 'rich text as its editor keeps it' },
  select: choice,
  text,
  textarea: text,
}
