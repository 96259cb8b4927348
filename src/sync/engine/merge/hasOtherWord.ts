import { isDeepStrictEqual } from 'node:util'

import type { Resource } from '../../../sdk/index.js'
import type { JsonObject } from '../../../shared/json.js'

import { readPath } from '../../../sdk/index.js'

type HasOtherWordArgs = {
  /** What the provider said last time. */
  base: JsonObject
  document: JsonObject
  resource: Pick<Resource, 'isSameSpelling' | 'unsteadyFields'>
}

/**
 * Whether a document says something else in one of the fields that the provider spells now one way
 * and now another, and not the same thing in another spelling.
 */
export const hasOtherWord = ({
  base,
  document,
  resource: { isSameSpelling, unsteadyFields },
}: HasOtherWordArgs): boolean =>
  unsteadyFields.some((field) => {
    const path = field.split('.')
    const now = readPath({ path, row: document })
    const before = readPath({ path, row: base })
    if (now === undefined || isDeepStrictEqual(before, now)) {
      return false
    }
    return !(
      typeof before === 'string' &&
      typeof now === 'string' &&
      isSameSpelling({ before, document, field, now })
    )
  })
