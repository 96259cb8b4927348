import type { Values } from '../plan/Plan.js'

type ReadPathArgs = { document: Values; path: readonly string[] }

/** A value of a document; `undefined` where it, or a group on the way, was not said. */
export const readPath = ({ document, path }: ReadPathArgs): unknown => {
  let value: unknown = document
  for (const name of path) {
    if (typeof value !== 'object' || value === null) {
      return undefined
    }
    value = (value as Values)[name]
  }
  return value
}
