import type { ResourceContext } from '../../../sdk/index.js'
import type { MatchDocument } from '../documents/index.js'

const MINUTE_MS = 60_000

/** A match with extra time, a shoot-out and delays is over by then. */
const MINUTES_AFTER_KICK_OFF = 4 * 60
const MINUTES_BEFORE_KICK_OFF = 10

type MayMatchesBeOnArgs = Pick<ResourceContext, 'now' | 'stored'>

/**
 * Whether a match may be on, by what earlier runs stored: for a run that should ask for nothing
 * otherwise. Also `true` when no match is stored, so that nothing is known.
 */
export const mayMatchesBeOn = async ({ now, stored }: MayMatchesBeOnArgs): Promise<boolean> => {
  const isAnyStored = async (where?: Record<string, readonly string[]>): Promise<boolean> => {
    const found = await stored.find<MatchDocument>({
      limit: 1,
      resource: 'matches',
      ...(where && { where }),
    })
    return found.length > 0
  }
  return (
    (await isAnyStored({ state: ['live', 'paused'] })) ||
    (await isAnyStored({ startsAt: kickOffsAround(now), state: ['scheduled', 'unknown'] })) ||
    !(await isAnyStored())
  )
}

/** Every kick-off of a match that may be on, since what is stored is found by equal values only. */
const kickOffsAround = (now: Date): string[] => {
  const minute = Math.floor(now.getTime() / MINUTE_MS)
  return Array.from({ length: MINUTES_AFTER_KICK_OFF + MINUTES_BEFORE_KICK_OFF + 1 }, (_, index) =>
    new Date((minute + MINUTES_BEFORE_KICK_OFF - index) * MINUTE_MS).toISOString(),
  )
}
