import type { BodyKind } from './BodyKind.js'

import { parseLosslessJson } from './parseLosslessJson.js'

/** Whether a content type says that it is JSON. */
export const isJsonType = (type: string): boolean => /[/+]json$/.test(type)

const parseJson = (text: string): unknown => {
  try {
    return parseLosslessJson(text)
  } catch {
    // Its own words repeat a part of the text.
    throw new SyntaxError('')
  }
}

/**
 * Whole JSON is believed without a type and as plain text, which servers send for want of better.
 */
export const jsonBody: BodyKind = {
  label: 'JSON',
  maxBytes: 50_000_000,
  text: {
    isType: (type) => type === '' || type === 'text/plain' || isJsonType(type),
    parse: parseJson,
  },
}
