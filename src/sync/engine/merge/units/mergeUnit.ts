import type { ResourceRules } from '../../rules/ResourceRules.js'
import type { Conflict, Merge, MergeValuesArgs } from '../mergeValues.js'

import { findUnitPolicy } from '../../rules/ResourceRules.js'
import { isSameValue } from '../isSameValue.js'
import { keepRowIds } from '../rows/keepRowIds.js'
import { isUntouched } from './isUntouched.js'

type MergeUnitArgs = {
  /** What comes of it is added to this. */
  merge: Merge
  rules: ResourceRules
  /** Paths of the fields that are one. */
  unit: readonly string[]
} & Omit<MergeValuesArgs, 'rowIdOf' | 'rules'>

/**
 * Merges fields that are one. Where an editor changed any of them and the provider any of them, both
 * changed the whole: all of it is as one side says. What the two agree on is nobody's change.
 */
export const mergeUnit = ({
  base,
  current,
  incoming,
  locked,
  merge,
  rules,
  shape,
  stored,
  unit,
}: MergeUnitArgs): void => {
  const fields = unit.flatMap((path) => {
    const field = shape.get(path)
    return field ? [{ field, holds: current.get(path) ?? null, path }] : []
  })
  const said = fields.filter(({ path }) => incoming.has(path))
  const differing = said.filter(
    ({ field, holds, path }) => !isSameValue({ a: holds, b: incoming.get(path), field }),
  )
  if (differing.length === 0) {
    return
  }
  const paths = differing.map(({ path }) => path)
  const news = said.filter(
    ({ field, path }) =>
      !base.has(path) || !isSameValue({ a: base.get(path), b: incoming.get(path), field }),
  )
  if (news.length === 0 || unit.some((path) => locked?.has(path))) {
    merge.differing.push(...paths)
    return
  }
  // Of a field that is not spoken of now, an editor's value counts as well.
  const edited = fields.filter(
    ({ field, path }) =>
      (incoming.has(path) ? paths.includes(path) : base.has(path)) &&
      !isUntouched({ base, current, field, path, stored }),
  )
  const write = ({ field, holds, path }: (typeof differing)[number]): void => {
    merge.changes.set(path, keepRowIds({ current: holds, field, said: incoming.get(path) }))
  }
  const toConflict = ({ holds, path }: (typeof differing)[number]): Conflict => ({
    base: base.get(path) ?? null,
    current: holds,
    field: path,
    incoming: incoming.get(path),
  })
  if (edited.length === 0) {
    const isNews = (path: string): boolean => news.some((field) => field.path === path)
    differing.filter(({ path }) => isNews(path)).forEach(write)
    // What a hook of the project made of a value that was said before stays.
    merge.differing.push(...paths.filter((path) => !isNews(path)))
  } else if (findUnitPolicy(rules, unit) === 'provider') {
    differing.forEach(write)
    merge.overwritten.push(...differing.map(toConflict))
  } else {
    merge.differing.push(...paths)
    merge.conflicts.push(...differing.map(toConflict))
  }
}
