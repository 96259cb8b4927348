import { cleanText } from './cleanText.js'

/** What `String(record.id)` makes of an id that is not there. */
const NOT_AN_ID = new Set(['', '[object Object]', 'NaN', 'null', 'undefined'])

/**
 * Postgres takes 2,704 bytes for all columns of an index row; the rest is for the names beside the
 * id.
 */
const MOST_BYTES = 2000

const encoder = new TextEncoder()

/** What most ids are, and nothing is wrong with. */
const NUMBER = /^\d{1,20}$/

/**
 * Whether a text names a record for good, and the database can store and index it as it is. One
 * that is composed must have all its parts: `undefined:2024` names nothing.
 */
export const isUsableId = (id: unknown): id is string =>
  typeof id === 'string' && (NUMBER.test(id) || isUsable(id))

const isUsable = (id: string): boolean =>
  id === cleanText(id) &&
  !id.startsWith(':') &&
  !id.endsWith(':') &&
  id
    .split(/[:/|,;]/)
    .every((part, _index, { length }) => isReadable({ isOnly: length === 1, part })) &&
  encoder.encode(id).length <= MOST_BYTES

/** A part may be blank, as in `a//b`; a whole id may not. */
const isReadable = ({ isOnly, part }: { isOnly: boolean; part: string }): boolean => {
  const text = part.trim()
  return text === '' ? !isOnly : !NOT_AN_ID.has(text)
}
