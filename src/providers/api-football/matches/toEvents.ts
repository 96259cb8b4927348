import type { MatchEvent, VarDecision } from '../../../content/soccer/index.js'
import type { ApiFootballFixture } from './fixtureSchema.js'

import { toMatchEvents } from '../../../content/soccer/index.js'
import { mapGiven } from '../../../sdk/index.js'

/**
 * Types of an event by type and detail, in lower case. API-Football docs, events page, and
 * recordings; shoot-outs are told by their comment. What is not in here is `other`.
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

/**
 * What the video referee decided by detail, in lower case: all there are, as the provider listed
 * them in api-sports/public-roadmap#234. Why a goal was disallowed stays in the detail.
 */
const DECISIONS: Readonly<Record<string, VarDecision>> = {
  'card reviewed': 'cardReviewed',
  'card upgrade': 'cardUpgraded',
  'goal cancelled': 'goalDisallowed',
  'goal confirmed': 'goalConfirmed',
  'goal disallowed': 'goalDisallowed',
  'goal disallowed - foul': 'goalDisallowed',
  'goal disallowed - handball': 'goalDisallowed',
  'goal disallowed - offside': 'goalDisallowed',
  'penalty awarded': 'penaltyAwarded',
  'penalty cancelled': 'penaltyCancelled',
  'penalty confirmed': 'penaltyConfirmed',
  'red card cancelled': 'redCardCancelled',
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
          comments: event.comments,
          detail: event.detail,
          extraMinute: event.time?.extra,
          minute: event.time?.elapsed,
          player: event.player?.name,
          relatedPlayer: event.assist?.name,
          team: sideOf({ event, teams }),
          varDecision: isVar(event) ? decisionOf(event) : undefined,
        })),
      ),
    value: events,
  })

const isVar = ({ type }: ApiFootballEvent): boolean => /^var$/i.test(type?.trim() ?? '')

/** What begins with a reason that is new is told by its beginning. */
const decisionOf = ({ detail }: ApiFootballEvent): VarDecision => {
  const words = detail?.trim().toLowerCase() ?? ''
  return DECISIONS[words] ?? DECISIONS[words.split(' - ', 1)[0] ?? ''] ?? 'other'
}

const typeOf = (event: ApiFootballEvent): MatchEvent['type'] => {
  const { type, comments, detail } = event
  if (isVar(event)) {
    return 'var'
  }
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
