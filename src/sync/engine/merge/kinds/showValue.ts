import { isReference } from '../../../../sdk/index.js'

/** Longer values are cut in messages. */
const LONGEST_SHOWN = 80

/** A value in a message: as JSON, and not all of it. */
export const showValue = (value: unknown): string => {
  if (isReference(value)) {
    return `a reference to ${value.resource} ${value.externalId}`
  }
  const text = JSON.stringify(value) ?? String(value)
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN - 1).toWellFormed()}…` : text
}
