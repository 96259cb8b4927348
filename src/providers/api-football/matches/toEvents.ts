import type { MatchEvent } from '../../../content/soccer/index.js'
import type { ApiFootballFixture } from './fixtureSchema.js'

import { mapGiven, withoutAbsent } from '../../../sdk/index.js'
import { EVENT_TYPES } from '../tables/EVENT_TYPES.js'

type ApiFootballEvent = NonNullable<ApiFootballFixture['events']>[number]

/**
 * What happened, in the order it happened. An own goal is noted for the team that gains by it (7 of
 * 7, seen in recordings). Of a substitution `player` is who came on and `assist` who came off (26 of
 * 26 that can be told, seen in recordings of 2024; in 2021 it was the other way round).
 */
export const toEvents = ({ events, teams }: ApiFootballFixture): MatchEvent[] | null | undefined =>
  mapGiven({
    map: (given) => given.toSorted(byTime).map((event) => toEvent({ event, teams })),
    value: events,
  })

type ToEventArgs = { event: ApiFootballEvent } & Pick<ApiFootballFixture, 'teams'>

const toEvent = ({ event, teams }: ToEventArgs): MatchEvent =>
  withoutAbsent({
    type: typeOf(event),
    extraMinute: event.time?.extra ?? undefined,
    minute: event.time?.elapsed ?? null,
    player: event.player?.name?.trim() || undefined,
    relatedPlayer: event.assist?.name?.trim() || undefined,
    team: sideOf({ event, teams }),
  })

const typeOf = ({ type, comments, detail }: ApiFootballEvent): MatchEvent['type'] => {
  const isShootOut = /shootout/i.test(comments ?? '')
  // Substitutions are numbered in their detail.
  const key = /^subst$/i.test(type ?? '') ? 'subst' : `${type}/${detail}`.toLowerCase()
  return EVENT_TYPES[isShootOut ? `${key}/shootout` : key] ?? 'other'
}

const sideOf = ({ event, teams }: ToEventArgs): MatchEvent['team'] => {
  const id = event.team?.id
  if (typeof id !== 'number') {
    return null
  }
  return (['home', 'away'] as const).find((side) => teams[side].id === id) ?? null
}

const byTime = (a: ApiFootballEvent, b: ApiFootballEvent): number =>
  minuteOf(a) - minuteOf(b) || (a.time?.extra ?? 0) - (b.time?.extra ?? 0)

/** An event without a time goes to the end. */
const minuteOf = ({ time }: ApiFootballEvent): number => time?.elapsed ?? Number.MAX_SAFE_INTEGER
