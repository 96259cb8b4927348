import { plainText } from '../../../sdk/index.js'

/** A text of the site as people read it. An empty one is none; absent stays absent. */
export const toText = (value: unknown): null | string | undefined => {
  if (value === undefined) {
    return undefined
  }
  const text =
    typeof value === 'string' || typeof value === 'number' ? plainText(String(value)) : ''
  return text === '' ? null : text
}
