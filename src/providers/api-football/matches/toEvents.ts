import type { MatchEvent } from '../../../content/soccer/index.js'
import type { ApiFootballFixture } from './fixtureSchema.js'

import { toMatchEvents } from '../../../content/soccer/index.js'
import { mapGiven } from '../../../sdk/index.js'

/**
 * Types of an event by type and detail, in lower case. API-Football docs, events page, and
 * recordings; shoot-outs are told by their comment. What is not in here (VAR) is `other`.
 */
const TYPES: Readonly<Record<string, MatchEvent['type']>> = {
  'card/red card': 'redCard',
  'card/second yellow card': 'secondYellowCard',
  'card/yellow card': 'yellowCard',
  'goal/missed penalty': 'missedPenalty',
  'goal/missed penalty/shootout': 'shootoutMiss',
  'goal/normal goal': 'goal',
  'goal/own goal': 'ownGoal',
  'goal/penalty': 'penalty',
  'goal/penalty/shootout': 'shootoutGoal',
  subst: 'substitution',
}

type ApiFootballEvent = NonNullable<ApiFootballFixture['events']>[number]

/**
 * What happened. An own goal is noted for the team that gains by it (7 of 7, seen in recordings).
 * Of a substitution `player` is who came on and `assist` who came off (26 of 26 that can be told,
 * seen in recordings of 2024; in 2021 it was the other way round).
 */
export const toEvents = ({ events, teams }: ApiFootballFixture): MatchEvent[] | null | undefined =>
  mapGiven({
    map: (given) =>
      toMatchEvents(
        given.map((event) => ({
          type: typeOf(event),
          extraMinute: event.time?.extra,
          minute: event.time?.elapsed,
          player: event.player?.name,
          relatedPlayer: event.assist?.name,
          team: sideOf({ event, teams }),
        })),
      ),
    value: events,
  })

const typeOf = ({ type, comments, detail }: ApiFootballEvent): MatchEvent['type'] => {
  const isShootOut = /shootout/i.test(comments ?? '')
  // Substitutions are numbered in their detail.
  const key = /^subst$/i.test(type ?? '') ? 'subst' : `${type}/${detail}`.toLowerCase()
  return TYPES[isShootOut ? `${key}/shootout` : key] ?? 'other'
}

type SideOfArgs = { event: ApiFootballEvent } & Pick<ApiFootballFixture, 'teams'>

const sideOf = ({ event, teams }: SideOfArgs): MatchEvent['team'] => {
  const id = event.team?.id
  if (typeof id !== 'number') {
    return null
  }
  return (['home', 'away'] as const).find((side) => teams[side].id === id) ?? null
}
