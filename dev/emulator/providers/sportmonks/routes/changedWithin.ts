import type { Context } from '../types.js'

import { stateAt } from '../../../world/match/stateAt.js'
import { fixturesBetween } from './fixturesBetween.js'

/** Goals and cards do not count as a change, as at the provider: only a new state does. */
export const changedWithin = ({ context, ms }: { context: Context; ms: number }): number[] => {
  const { now, world } = context
  return fixturesBetween({ context, from: now - LOOK_BACK_MS, to: now }).filter((id) => {
    const match = world.matches.get(id)
    const since = match ? stateAt({ match, now }).since : null
    return since !== null && now - since <= ms
  })
}

/** No match lasts longer. */
const LOOK_BACK_MS = 4 * 60 * 60_000
