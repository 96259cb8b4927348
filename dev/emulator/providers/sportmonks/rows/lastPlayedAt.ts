import type { Context } from '../types.js'

import { toWireDateTime } from './toWireDateTime.js'

/** Kick-off of the last match that has begun; `null` when none has. */
export const lastPlayedAt = ({
  id,
  context: { now, world },
  of,
}: {
  context: Context
  id: number
  of: 'league' | 'season' | 'team'
}): null | string => {
  const last = world
    .matchesOf({ id, of })
    .filter(({ outcome, result, startsAt }) => startsAt <= now && result && !outcome)
    .at(-1)
  return last ? toWireDateTime(last.startsAt) : null
}
