import type { MatchEvent, VarDecision } from '../../../content/soccer/index.js'
import type { SportmonksFixture } from './fixtureSchema.js'

import { toMatchEvents } from '../../../content/soccer/index.js'
import { mapGiven } from '../../../sdk/index.js'

/** Types of an event by id, seen in recordings. What is not in here is `other`. */
const TYPES: Readonly<Record<number, MatchEvent['type']>> = {
  10: 'var',
  14: 'goal',
  15: 'ownGoal',
  16: 'penalty',
  17: 'missedPenalty',
  18: 'substitution',
  19: 'yellowCard',
  20: 'redCard',
  21: 'secondYellowCard',
  22: 'shootoutMiss',
  23: 'shootoutGoal',
  1697: 'var',
}

/** Types that are a card: one that was taken back is marked, and is still told. */
const CARDS: readonly MatchEvent['type'][] = ['redCard', 'secondYellowCard', 'yellowCard']

/**
 * What the video referee decided, in the provider's words and in lower case. Sportmonks docs, event
 * types, and the recorded types of events.
 */
const DECISIONS: Readonly<Record<string, VarDecision>> = {
  'card upgrade': 'cardUpgraded',
  'goal cancelled': 'goalDisallowed',
  'goal confirmed': 'goalConfirmed',
  'goal disallowed': 'goalDisallowed',
  'goal under review': 'underReview',
  'penalty awarded': 'penaltyAwarded',
  'penalty cancelled': 'penaltyCancelled',
  'penalty confirmed': 'penaltyConfirmed',
  'penalty disallowed': 'penaltyCancelled',
  'red card cancelled': 'redCardCancelled',
  review: 'underReview',
}

/** The same by `sub_type_id`, for an event without words. */
const DECISIONS_BY_ID: Readonly<Record<number, VarDecision>> = {
  1512: 'goalDisallowed',
  9699: 'penaltyCancelled',
  9702: 'redCardCancelled',
  9704: 'underReview',
}

type SportmonksEvent = NonNullable<SportmonksFixture['events']>[number]

/**
 * What happened. The provider's order is not chronological and its `sort_order` starts anew for
 * each kind of event, so it decides only within a minute. What was taken back did not happen, but
 * for a card: it was shown.
 */
export const toEvents = ({
  events,
  participants = [],
}: SportmonksFixture): MatchEvent[] | null | undefined => {
  const sides = new Map(participants.map(({ id, meta }) => [id, meta.location]))
  const toFacts = (event: SportmonksEvent) => ({
    type: typeOf(event),
    comments: event.info,
    detail: event.addition,
    extraMinute: event.extra_minute,
    isCancelled: event.rescinded === true ? (true as const) : undefined,
    minute: event.minute,
    player: event.player_name,
    relatedPlayer: event.related_player_name,
    team: sides.get(event.participant_id ?? Number.NaN) ?? null,
    varDecision: typeOf(event) === 'var' ? decisionOf(event) : undefined,
  })
  return mapGiven({
    map: (given) =>
      toMatchEvents(
        given
          .filter((event) => event.rescinded !== true || CARDS.includes(typeOf(event)))
          .toSorted(inSortOrder)
          .map(toFacts),
      ),
    value: events,
  })
}

const typeOf = ({ type_id }: SportmonksEvent): MatchEvent['type'] => TYPES[type_id] ?? 'other'

const decisionOf = ({ addition, info, sub_type_id }: SportmonksEvent): VarDecision =>
  [addition, info].map((words) => DECISIONS[words?.trim().toLowerCase() ?? '']).find(Boolean) ??
  DECISIONS_BY_ID[sub_type_id ?? Number.NaN] ??
  'other'

const inSortOrder = (a: SportmonksEvent, b: SportmonksEvent): number =>
  (a.sort_order ?? LAST) - (b.sort_order ?? LAST) || a.id - b.id

const LAST = Number.MAX_SAFE_INTEGER
