import type { Context } from '../types.js'

import { isFinished, stateAt } from '../../../world/match/stateAt.js'

const MARGIN_MS = 15 * 60_000

/** From 15 minutes before kick-off to 15 minutes after the end. */
export const isOnLiveList = ({
  id,
  context: { now, world },
}: {
  context: Context
  id: number
}): boolean => {
  const match = world.matches.get(id)
  if (!match) {
    return true
  }
  const { since, state } = stateAt({ match, now })
  if (state === 'not-started') {
    return Math.abs(match.startsAt - now) <= MARGIN_MS
  }
  return !isFinished(state) || (since !== null && now - since <= MARGIN_MS)
}
