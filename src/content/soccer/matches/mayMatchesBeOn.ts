import type { FindStoredArgs, ResourceContext } from '../../../sdk/index.js'

import { GOING_ON, isAnyStillOn } from '../documents/index.js'
import { LONGEST_OPEN_MS } from '../documents/isStillOn.js'

const MINUTE_MS = 60_000

/** A match with extra time, a shoot-out and delays is over by then. */
const AFTER_KICK_OFF_MS = 4 * 60 * MINUTE_MS
const BEFORE_KICK_OFF_MS = 10 * MINUTE_MS

type MayMatchesBeOnArgs = Pick<ResourceContext, 'now' | 'stored'>

/**
 * Whether a match may be on, by what earlier runs stored: for a run that should ask for nothing
 * otherwise. Also `true` when no match is stored, so that nothing is known.
 */
export const mayMatchesBeOn = async ({ now, stored }: MayMatchesBeOnArgs): Promise<boolean> => {
  const isAnyStored = async (args: Partial<FindStoredArgs> = {}): Promise<boolean> => {
    const found = await stored.find({ limit: 1, resource: 'matches', ...args })
    return found.length > 0
  }
  const kickOff = (args: { before?: number; since: number }) => ({
    startsAt: {
      from: new Date(now.getTime() - args.since).toISOString(),
      ...(args.before !== undefined && {
        to: new Date(now.getTime() + args.before).toISOString(),
      }),
    },
  })
  return (
    (await isAnyStored({
      // As `isStillOn` has it, to the millisecond.
      range: kickOff({ since: LONGEST_OPEN_MS - 1 }),
      where: { state: GOING_ON },
    })) ||
    (await isAnyStillOn({ now, resource: 'matches', stored })) ||
    (await isAnyStored({
      range: kickOff({ before: BEFORE_KICK_OFF_MS, since: AFTER_KICK_OFF_MS }),
      where: { state: ['scheduled', 'unknown'] },
    })) ||
    !(await isAnyStored())
  )
}
