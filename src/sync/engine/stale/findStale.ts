import type { JsonValue } from '../../../shared/json.js'
import type { Values } from '../merge/flatten.js'
import type { Shape } from '../merge/readShape.js'
import type { Replaced, Replacement } from './Replaced.js'

import { MOST_REPLACEMENTS } from './Replaced.js'
import { toValueKey } from './toValueKey.js'

type FindStaleArgs = {
  /** What the document holds, by path. */
  current: Values
  /** The document's `updatedAt` when it was read; `null` when nobody knows. */
  readAt: null | string
  replaced: Replaced
  /** What is sent to be saved, by path. */
  sent: Values
  shape: Shape
  /** Fields that are one, by path. @default none */
  together?: readonly (readonly string[])[]
}

export type Contested = { path: string; said: JsonValue | undefined }

type Stale = {
  /** Paths that the writer changed while a sync changed them too. */
  contested: Contested[]
  /** Paths that only look changed: they hold what the document held when it was read. */
  stale: string[]
}

/**
 * What a whole document, sent back to be saved, only seems to change because a sync wrote since it
 * was read. A field that was replaced more often than is remembered is taken for such a one. Of
 * fields that are one, all are as the writer saw them once the writer changed any.
 */
export const findStale = ({
  current,
  readAt,
  replaced,
  sent,
  shape,
  together = [],
}: FindStaleArgs): Stale => {
  const found: Stale = { contested: [], stale: [] }
  const saidOf = new Map<string, JsonValue | undefined>()
  const isSince = toIsSince({ readAt, replaced })
  for (const [path, replacements] of Object.entries(replaced)) {
    const field = shape.get(path)
    if (!field || !sent.has(path)) {
      continue
    }
    const key = toValueKey({ field, value: sent.get(path) })
    const since = replacements.filter(isSince)
    const [first] = since
    if (!first || key === toValueKey({ field, value: current.get(path) })) {
      continue
    }
    if (readAt === null) {
      if (since.some(({ was }) => was === key)) {
        found.stale.push(path)
      }
      continue
    }
    saidOf.set(path, first.said)
    const isForgotten = since.length === MOST_REPLACEMENTS
    if (first.was === key || isForgotten) {
      found.stale.push(path)
    } else {
      found.contested.push({ path, said: first.said })
    }
  }
  const isChanged = (path: string): boolean => {
    const field = shape.get(path)
    const keyOf = (values: Values) => field && toValueKey({ field, value: values.get(path) })
    return sent.has(path) && !found.stale.includes(path) && keyOf(sent) !== keyOf(current)
  }
  const seen = together.filter((unit) => unit.some(isChanged)).flat()
  const isSeen = (path: string): boolean => saidOf.has(path) && seen.includes(path)
  return {
    contested: [
      ...found.contested,
      ...found.stale.filter(isSeen).map((path) => ({ path, said: saidOf.get(path) })),
    ],
    stale: found.stale.filter((path) => !isSeen(path)),
  }
}

type ToIsSinceArgs = Pick<FindStaleArgs, 'readAt' | 'replaced'>

/**
 * Whether a replacement came after the reading. Clocks of two machines may differ, so the write
 * that followed on exactly what was read counts besides the time.
 */
const toIsSince = ({ readAt, replaced }: ToIsSinceArgs): ((of: Replacement) => boolean) => {
  if (readAt === null) {
    return () => true
  }
  const next = Object.values(replaced)
    .flat()
    .find(({ from }) => from === readAt)
  return ({ at }) => at > readAt || (next !== undefined && at >= next.at)
}
