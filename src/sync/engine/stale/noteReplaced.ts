import type { JsonValue } from '../../../shared/json.js'
import type { Values } from '../merge/flatten.js'
import type { Shape } from '../merge/readShape.js'
import type { Replaced, Replacement } from './Replaced.js'

import { MOST_REPLACEMENTS } from './Replaced.js'
import { toValueKey } from './toValueKey.js'

type NoteReplacedArgs = {
  /** The document's `updatedAt` since this write. @default now */
  at: unknown
  /** What the provider had said before, by path; references as externalIds. */
  base: Values
  /** The paths that this write replaced. */
  changed: Iterable<string>
  /** What the document held before, by path. */
  current: Values
  /** The document's `updatedAt` before this write. */
  from: unknown
  replaced: Replaced
  shape: Shape
}

/** Longer words of a provider are not kept; what they were is told by the issue of a conflict. */
const LONGEST_SAID = 1000

/**
 * Adds what a write of a sync replaces to what is remembered of earlier ones. It tells the values
 * of a form that was opened before from what an editor changed in it.
 */
export const noteReplaced = ({
  at,
  base,
  changed,
  current,
  from,
  replaced,
  shape,
}: NoteReplacedArgs): Replaced => {
  const noted = { ...replaced }
  for (const path of changed) {
    const field = shape.get(path)
    if (!field) {
      continue
    }
    const said = base.get(path) as JsonValue | undefined
    const replacement: Replacement = {
      at: toIso(at) ?? new Date().toISOString(),
      was: toValueKey({ field, value: current.get(path) }),
      ...(toIso(from) !== undefined && { from: toIso(from) }),
      ...(said !== undefined && JSON.stringify(said).length <= LONGEST_SAID && { said }),
    }
    noted[path] = [...(noted[path] ?? []), replacement].slice(-MOST_REPLACEMENTS)
  }
  return noted
}

/** A moment as JSON spells it, or `undefined` for what is none. */
export const toIso = (moment: unknown): string | undefined => {
  if (!(moment instanceof Date) && typeof moment !== 'string') {
    return undefined
  }
  const date = new Date(moment)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}
