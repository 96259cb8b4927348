import type { JsonValue } from '../../../shared/json.js'
import type { OpenConflict, OpenConflicts } from '../../store/records/conflicts/OpenConflict.js'
import type { Values } from '../merge/flatten.js'
import type { Conflict, Merge } from '../merge/mergeValues.js'
import type { Shape } from '../merge/readShape.js'
import type { ResourceRules } from '../rules/ResourceRules.js'

import { isSameValue } from '../merge/isSameValue.js'
import { findPolicy, findUnit, findUnitPolicy } from '../rules/ResourceRules.js'

type NextConflictsArgs = {
  /** What the document holds now. */
  current: Values
  /** What the provider says now. */
  incoming: Values
  merge: Pick<Merge, 'conflicts' | 'differing' | 'overwritten'>
  now: Date
  /** Those that were open before; `null` where nobody noted any. */
  previous: null | OpenConflicts
  rules: ResourceRules
  runId: null | number | string
  shape: Shape
}

/**
 * The conflicts that are open once a record was merged: those that were found, and those of before
 * in which the two still differ, or of which this word says nothing. One that was overwritten ends
 * when the provider comes to say what the editor had. `null` while nobody knows of any and the two
 * differ.
 */
export const nextConflicts = ({
  current,
  incoming,
  merge: { conflicts, differing, overwritten },
  now,
  previous,
  rules,
  runId,
  shape,
}: NextConflictsArgs): null | OpenConflicts => {
  const run = runId === null ? null : String(runId)
  const toOpen = ({ field, ...values }: Conflict): OpenConflict => {
    const before = previous?.[field]
    const isKnown = before !== undefined && !before.isOverwritten
    return {
      ...(values as Pick<OpenConflict, 'base' | 'current' | 'incoming'>),
      ...(isKnown && { base: before.base }),
      policy: toPolicy(rules, field),
      run,
      since: isKnown ? before.since : now.toISOString(),
    }
  }
  const isDiffering = (path: string): boolean =>
    differing.some((other) => other === path || path.startsWith(`${other}.`))
  const isSpokenOf = (path: string): boolean =>
    [...incoming.keys()].some((other) => other === path || path.startsWith(`${other}.`))
  const isEditors = (path: string, { current: editors }: OpenConflict): boolean => {
    const field = shape.get(path)
    return (
      field !== undefined &&
      incoming.has(path) &&
      isSameValue({ a: incoming.get(path), b: editors, field })
    )
  }
  const kept = Object.entries(previous ?? {})
    .filter(([path, conflict]) =>
      isDiffering(path) || !isSpokenOf(path)
        ? true
        : conflict.isOverwritten && !isEditors(path, conflict),
    )
    .map(([path, conflict]): [string, OpenConflict] => [
      path,
      conflict.isOverwritten
        ? conflict
        : {
            ...conflict,
            ...(current.has(path) && { current: current.get(path) as JsonValue }),
            ...(incoming.has(path) && { incoming: incoming.get(path) as JsonValue }),
          },
    ])
  const open = {
    ...Object.fromEntries(kept),
    ...Object.fromEntries(conflicts.map((found) => [found.field, toOpen(found)])),
    ...Object.fromEntries(
      overwritten.map((found) => [found.field, { ...toOpen(found), isOverwritten: true as const }]),
    ),
  }
  return previous === null && Object.keys(open).length === 0 && differing.length > 0 ? null : open
}

const toPolicy = (rules: ResourceRules, path: string) => {
  const unit = findUnit(rules, path)
  return unit.length > 1 ? findUnitPolicy(rules, unit) : findPolicy(rules, path)
}
