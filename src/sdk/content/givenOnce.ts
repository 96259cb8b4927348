import { NAMESPACE } from './createLabels.js'

/**
 * Marks a field that a `beforeValidate` hook of its collection fills when it is empty, and leaves
 * alone after that, such as a slug: `custom: GIVEN_ONCE`. No provider says its value. A document
 * that was stored before the collection had the field is written once more by the next sync that
 * reads its record, so that the hook fills it.
 */
export const GIVEN_ONCE = { [NAMESPACE]: { isGivenOnce: true } } as const

/** Whether the `custom` of a field marks it as one that a hook fills once. */
export const isGivenOnce = (custom: Record<string, unknown> | undefined): boolean => {
  const marks = custom?.[NAMESPACE]
  return (
    typeof marks === 'object' &&
    marks !== null &&
    'isGivenOnce' in marks &&
    marks.isGivenOnce === true
  )
}
