import type { MatchEvent } from '../../../content/soccer/index.js'
import type { SportmonksFixture } from './fixtureSchema.js'

import { toMatchEvents } from '../../../content/soccer/index.js'
import { mapGiven } from '../../../sdk/index.js'

/** Types of an event by id, seen in recordings. What is not in here (VAR, for one) is `other`. */
const TYPES: Readonly<Record<number, MatchEvent['type']>> = {
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
}

type SportmonksEvent = NonNullable<SportmonksFixture['events']>[number]

/**
 * What happened. The provider's order is not chronological and its `sort_order` starts anew for
 * each kind of event, so it decides only within a minute. A card that was taken back did not
 * happen.
 */
export const toEvents = ({
  events,
  participants = [],
}: SportmonksFixture): MatchEvent[] | null | undefined => {
  const sides = new Map(participants.map(({ id, meta }) => [id, meta.location]))
  const toFacts = (event: SportmonksEvent) => ({
    type: TYPES[event.type_id] ?? 'other',
    extraMinute: event.extra_minute,
    minute: event.minute,
    player: event.player_name,
    relatedPlayer: event.related_player_name,
    team: sides.get(event.participant_id ?? Number.NaN) ?? null,
  })
  return mapGiven({
    map: (given) =>
      toMatchEvents(
        given
          .filter(({ rescinded }) => rescinded !== true)
          .toSorted(inSortOrder)
          .map(toFacts),
      ),
    value: events,
  })
}

const inSortOrder = (a: SportmonksEvent, b: SportmonksEvent): number =>
  (a.sort_order ?? LAST) - (b.sort_order ?? LAST) || a.id - b.id

const LAST = Number.MAX_SAFE_INTEGER
