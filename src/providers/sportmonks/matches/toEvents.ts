import type { MatchEvent } from '../../../content/soccer/index.js'
import type { SportmonksFixture } from './fixtureSchema.js'

import { mapGiven, withoutAbsent } from '../../../sdk/index.js'
import { EVENT_TYPES } from '../tables/EVENT_TYPES.js'

type SportmonksEvent = NonNullable<SportmonksFixture['events']>[number]

/**
 * What happened, in the order it happened; the provider's order is not chronological and its
 * `sort_order` starts anew for each kind of event. A card that was taken back did not happen.
 */
export const toEvents = ({
  events,
  participants = [],
}: SportmonksFixture): MatchEvent[] | null | undefined => {
  const sides = new Map(participants.map(({ id, meta }) => [id, meta.location]))
  const toEvent = (event: SportmonksEvent): MatchEvent =>
    withoutAbsent({
      type: EVENT_TYPES[event.type_id] ?? 'other',
      extraMinute: event.extra_minute ?? undefined,
      minute: event.minute ?? null,
      // Names come with stray blanks (seen in recordings).
      player: event.player_name?.trim() || undefined,
      relatedPlayer: event.related_player_name?.trim() || undefined,
      team: sides.get(event.participant_id ?? Number.NaN) ?? null,
    })
  return mapGiven({
    map: (given) =>
      given
        .filter(({ rescinded }) => rescinded !== true)
        .toSorted(byTime)
        .map(toEvent),
    value: events,
  })
}

const byTime = (a: SportmonksEvent, b: SportmonksEvent): number =>
  (a.minute ?? LAST) - (b.minute ?? LAST) ||
  (a.extra_minute ?? 0) - (b.extra_minute ?? 0) ||
  (a.sort_order ?? LAST) - (b.sort_order ?? LAST) ||
  a.id - b.id

/** An event without a time goes to the end. */
const LAST = Number.MAX_SAFE_INTEGER
