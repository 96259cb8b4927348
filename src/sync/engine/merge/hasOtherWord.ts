import { isDeepStrictEqual } from 'node:util'

import type { Resource } from '../../../sdk/index.js'
import type { JsonObject } from '../../../shared/json.js'
import type { Shape } from './readShape.js'

import { readPath } from '../../../sdk/index.js'
import { flatten } from './flatten.js'

type HasOtherWordArgs = {
  /** What the provider said last time. */
  base: JsonObject
  document: JsonObject
  resource: Pick<Resource, 'isSameSpelling' | 'unsteadyFields'>
  shape: Shape
}

/**
 * Whether a document says something else in one of the fields that the provider spells now one way
 * and now another, and not the same thing in another spelling. What the collection has no field for
 * is nothing to it, because it is not remembered either.
 */
export const hasOtherWord = ({
  base,
  document,
  resource: { isSameSpelling, unsteadyFields },
  shape,
}: HasOtherWordArgs): boolean =>
  unsteadyFields.some((field) => {
    const held: Shape = new Map([...shape].filter(([path]) => isWithin(path, field)))
    const saidBefore = flatten({ document: base, shape: held })
    return [...flatten({ document, shape: held })].some(([path, said]) => {
      const inside = field.split('.').slice(path.split('.').length)
      const now = readPath({ path: inside, row: said })
      const before = readPath({ path: inside, row: saidBefore.get(path) })
      if (now === undefined || isDeepStrictEqual(before, now)) {
        return false
      }
      return !(
        typeof before === 'string' &&
        typeof now === 'string' &&
        isSameSpelling({ before, document, field, now })
      )
    })
  })

/** Whether a path is a field itself, one of a group, or one that holds the field in its value. */
const isWithin = (path: string, field: string): boolean =>
  path === field || path.startsWith(`${field}.`) || field.startsWith(`${path}.`)
