import type { MatchEvent } from '../documents/index.js'

import { withoutAbsent } from '../../../sdk/index.js'
import { withCancelledCards } from './withCancelledCards.js'

/** One thing that happened, as far as a provider tells it. */
type EventFacts = {
  comments?: null | string | undefined
  detail?: null | string | undefined
  extraMinute: null | number | undefined
  minute: null | number | undefined
  player: null | string | undefined
  relatedPlayer: null | string | undefined
} & Pick<MatchEvent, 'isCancelled' | 'team' | 'type' | 'varDecision'>

/**
 * What happened, in the order it happened; of one minute in the order it is given. Names come with
 * stray blanks. An event without a time goes to the end. The provider's own words are kept where
 * the type does not say it all.
 */
export const toMatchEvents = (events: readonly EventFacts[]): MatchEvent[] =>
  withCancelledCards(events.map(toMatchEvent).toSorted(byTime))

const toMatchEvent = ({
  type,
  comments,
  detail,
  extraMinute,
  isCancelled,
  minute,
  player,
  relatedPlayer,
  team,
  varDecision,
}: EventFacts): MatchEvent =>
  withoutAbsent({
    type,
    ...((type === 'other' || type === 'var') && {
      comments: comments?.trim() || undefined,
      detail: detail?.trim() || undefined,
    }),
    extraMinute: extraMinute ?? undefined,
    isCancelled,
    minute: minute ?? null,
    player: player?.trim() || undefined,
    relatedPlayer: relatedPlayer?.trim() || undefined,
    team,
    varDecision,
  })

const byTime = (a: MatchEvent, b: MatchEvent): number =>
  (a.minute ?? LAST) - (b.minute ?? LAST) || (a.extraMinute ?? 0) - (b.extraMinute ?? 0)

const LAST = Number.MAX_SAFE_INTEGER
