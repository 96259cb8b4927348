import type { MatchDocument } from '../../../content/soccer/index.js'
import type { ResourceContext, Scope } from '../../../sdk/index.js'
import type { ApiFootballSettings } from '../resolveOptions.js'
import type { MatchParams } from './MatchParams.js'

const MINUTE_MS = 60_000

/** A match with extra time, a shoot-out and delays is over by then. */
const MINUTES_AFTER_KICK_OFF = 4 * 60
const MINUTES_BEFORE_KICK_OFF = 10

type ListLiveScopesArgs = {
  settings: Pick<ApiFootballSettings, 'leagues'>
} & Pick<ResourceContext, 'now' | 'stored'>

/**
 * What is on now, and then what has just left that list; in this order, so that what the first one
 * sees is not asked for again by the second. Nothing is asked for while no stored match of the
 * leagues in scope can be on: a request a minute would use up the free plan's day before noon.
 */
export const listLiveScopes = async ({
  now,
  settings: { leagues },
  stored,
}: ListLiveScopesArgs): Promise<Scope<MatchParams>[]> => {
  // Somewhere in the world there is always a match on.
  if (leagues && !(await mayBeOn({ now, stored }))) {
    return []
  }
  return [
    { key: 'live', label: 'Matches being played', params: { kind: 'live' } },
    { key: 'left', label: 'Matches that left the live list', params: { kind: 'left' } },
  ]
}

type MayBeOnArgs = Pick<ResourceContext, 'now' | 'stored'>

/** Also `true` when no match is stored, so that nothing is known. */
const mayBeOn = async ({ now, stored }: MayBeOnArgs): Promise<boolean> => {
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
