import type { Values } from './flatten.js'
import type { Shape } from './readShape.js'

/** Those of a collection are asked for with every record. */
const known = new WeakMap<Shape, string[]>()

/** The fields of a collection that a hook fills once, by path. */
export const listGivenOnce = (shape: Shape): string[] => {
  const before = known.get(shape)
  if (before) {
    return before
  }
  const paths = [...shape].filter(([, { isGivenOnce }]) => isGivenOnce).map(([path]) => path)
  known.set(shape, paths)
  return paths
}

type FindUngivenArgs = { current: Values; shape: Shape }

/**
 * Those of them that are empty in a document, as they are written so that the hook fills them. Such
 * a document was stored before the collection had the field.
 */
export const findUngiven = ({ current, shape }: FindUngivenArgs): Values =>
  new Map(
    listGivenOnce(shape)
      .filter((path) => (current.get(path) ?? '') === '')
      .map((path) => [path, null]),
  )
