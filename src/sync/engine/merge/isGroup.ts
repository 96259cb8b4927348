import type { Shape } from './readShape.js'

const groups = new WeakMap<Shape, Set<string>>()

type IsGroupArgs = { path: string; shape: Shape }

/** Whether a path is that of a group, whose fields have paths below it. */
export const isGroup = ({ path, shape }: IsGroupArgs): boolean => {
  const known = groups.get(shape) ?? listGroups(shape)
  groups.set(shape, known)
  return known.has(path)
}

const listGroups = (shape: Shape): Set<string> =>
  new Set(
    [...shape.keys()].flatMap((path) => {
      const keys = path.split('.')
      return keys.slice(1).map((_, index) => keys.slice(0, index + 1).join('.'))
    }),
  )
