import type { JsonValue } from '../../../sdk/index.js'

import { plainText } from '../../../sdk/index.js'

/** What the site says, whatever it is, with every text in it as people read it. */
export const toPlain = (value: unknown): JsonValue => {
  switch (typeof value) {
    case 'boolean':
    case 'number':
      return value
    case 'object':
      return value === null
        ? null
        : Array.isArray(value)
          ? value.map(toPlain)
          : Object.fromEntries(
              Object.entries(value).map(([name, inside]) => [plainText(name), toPlain(inside)]),
            )
    case 'string':
      return plainText(value)
    default:
      return null
  }
}
