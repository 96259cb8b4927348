import { z } from 'zod'

/**
 * A single value. The site is written in PHP, which has `false` and `[]` for what it did not find;
 * they say as little as an empty text. Anything else in its place is nothing that we know.
 */
export const phpValue = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.never()).transform(() => null)])
  .nullish()
  .transform((value) => (value === false ? null : value))
  .optional()

/** The same where `false` is an answer. */
export const phpFlag = z
  .union([z.string(), z.number(), z.boolean(), z.array(z.never()).transform(() => null)])
  .nullish()

/**
 * A list. PHP writes one whose numbering has a gap as an object, and `false` or `null` for none.
 * Absent stays absent.
 */
export const phpList = <TSchema extends z.ZodType>(schema: TSchema) =>
  z.preprocess(toList, z.array(schema).optional())

/** A list as such, whatever PHP made of it; what is none stays as it is. */
export const toList = (value: unknown): unknown => {
  if (value === false || value === null || value === '') {
    return []
  }
  const isNumbered =
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.keys(value).every((key) => /^\d+$/.test(key))
  return isNumbered ? Object.values(value) : value
}
