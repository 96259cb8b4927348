import type { MatchEvent } from '../documents/index.js'

import { withoutAbsent } from '../../../sdk/index.js'

/** One thing that happened, as far as a provider tells it. */
type EventFacts = {
  extraMinute: null | number | undefined
  minute: null | number | undefined
  player: null | string | undefined
  relatedPlayer: null | string | undefined
} & Pick<MatchEvent, 'team' | 'type'>

/**
 * What happened, in the order it happened; of one minute in the order it is given. Names come with
 * stray blanks. An event without a time goes to the end.
 */
export const toMatchEvents = (events: readonly EventFacts[]): MatchEvent[] =>
  events.map(toMatchEvent).toSorted(byTime)

const toMatchEvent = ({
  type,
  extraMinute,
  minute,
  player,
  relatedPlayer,
  team,
}: EventFacts): MatchEvent =>
  withoutAbsent({
    type,
    extraMinute: extraMinute ?? undefined,
    minute: minute ?? null,
    player: player?.trim() || undefined,
    relatedPlayer: relatedPlayer?.trim() || undefined,
    team,
  })

const byTime = (a: MatchEvent, b: MatchEvent): number =>
  (a.minute ?? LAST) - (b.minute ?? LAST) || (a.extraMinute ?? 0) - (b.extraMinute ?? 0)

const LAST = Number.MAX_SAFE_INTEGER
