/** What a JSON column holds instead of a value that Postgres would refuse. */
type Packed = { packedJson: string }

/** How `JSON.stringify` writes the character with code zero, and half of another one. */
const REFUSED = /(?:^|[^\\])(?:\\\\)*\\u(?:0000|d[89a-f])/i

/**
 * A value as a column of type `jsonb` takes it, which holds neither the character with code zero
 * nor half a character. A value with one of them becomes a text that `unpackJson` makes it of
 * again.
 *
 * @see PostgreSQL documentation, section 8.14: JSON types
 */
export const packJson = (value: unknown): unknown => {
  const text = JSON.stringify(value) ?? ''
  return REFUSED.test(text) ? ({ packedJson: text } satisfies Packed) : value
}

/** The value that `packJson` was given. */
export const unpackJson = (stored: unknown): unknown =>
  isPacked(stored) ? (JSON.parse(stored.packedJson) as unknown) : stored

const isPacked = (stored: unknown): stored is Packed =>
  typeof stored === 'object' &&
  stored !== null &&
  'packedJson' in stored &&
  typeof stored.packedJson === 'string'
