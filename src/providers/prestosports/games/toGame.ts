import type { CollegeGameDocument, GameState, Side } from '../../../content/college/index.js'
import type { Reference } from '../../../sdk/index.js'
import type { PrestosportsEvent } from './eventSchema.js'
import type { PrestosportsTeam } from './teamSchema.js'

import { GAME_FLAGS, GAME_RANKS } from '../../../content/college/index.js'
import { mapGiven, reference, toStub, withoutAbsent } from '../../../sdk/index.js'
import { toMoment } from '../values/values.js'
import { toTeam, UNNAMED } from './teamSchema.js'
import { isForfeited, toState } from './toState.js'

/** A game as the schedule has it. */
export const toGame = (event: PrestosportsEvent): CollegeGameDocument => {
  const { eventType, ranks, teams } = event
  const state = toState(event)
  const score = toScore({ score: event.score, state })
  return withoutAbsent({
    awayScore: score.away,
    awayTeam: mapGiven({ map: toTeamReference, value: teams?.awayTeam }),
    flags: pick({ names: GAME_FLAGS, values: eventType }),
    gameType: event.eventTypeCode,
    gameTypeName: event.eventTypeDescription,
    homeScore: score.home,
    homeTeam: mapGiven({ map: toTeamReference, value: teams?.homeTeam }),
    links: event.links,
    notes: event.notes,
    providerStatus: event.status,
    providerUpdatedAt: mapGiven({ map: toMoment, value: event.lastUpdatedDateTime }),
    ranks: pick({ names: GAME_RANKS, values: ranks }),
    seasonId: event.seasonId,
    situation: state === 'finished' || state === 'off' ? null : undefined,
    sport: event.sportId,
    startsAt: mapGiven({ map: toMoment, value: event.startDateTime }),
    state,
    statusCode: event.statusCode,
    timeIsOpen: event.tba,
    timeZone: event.timeZone,
    title: toTitle(event),
    venue: withoutAbsent({
      name: event.venue,
      address: event.address,
      city: event.city,
      state: event.stateCountry,
      zipCode: event.zipCode,
    }),
    winner: toWinner({ score, state, status: event.status }),
  })
}

const toTitle = ({ eventType, teams }: PrestosportsEvent): string => {
  const away = teams?.awayTeam?.teamName ?? UNNAMED
  const home = teams?.homeTeam?.teamName ?? UNNAMED
  return `${away} ${eventType?.isNeutral === true ? 'vs.' : 'at'} ${home}`
}

/** Opponents are in nobody's list of teams: what the game says of one is enough to make it. */
export const toTeamReference = (team: PrestosportsTeam): Reference =>
  reference({ externalId: team.teamId, resource: 'teams', stub: toStub(toTeam(team)) })

type Score = Partial<Record<Side, null | number>>

type ToScoreArgs = { score: PrestosportsEvent['score']; state: GameState | undefined }

/**
 * The score. Before the start it is sent as 0 to 0, which is none. What is not there while a game
 * is on, or after it, is not there yet, and takes nothing back.
 */
const toScore = ({ score, state }: ToScoreArgs): Score => {
  if (state === undefined) {
    return {}
  }
  if (state === 'scheduled' || state === 'off') {
    return { away: null, home: null }
  }
  return withoutAbsent({ away: score?.away ?? undefined, home: score?.home ?? undefined })
}

type ToWinnerArgs = { score: Score; state: GameState | undefined } & Pick<
  PrestosportsEvent,
  'status'
>

const toWinner = ({
  score: { away, home },
  state,
  status,
}: ToWinnerArgs): CollegeGameDocument['winner'] => {
  if (state === undefined) {
    return undefined
  }
  if (state !== 'finished') {
    return null
  }
  if (typeof away !== 'number' || typeof home !== 'number') {
    return undefined
  }
  if (away === home) {
    // Who forfeited is in no field.
    return isForfeited(status) ? null : 'draw'
  }
  return away > home ? 'away' : 'home'
}

type PickArgs<TValues, TName> = { names: readonly TName[]; values: null | TValues | undefined }

/** The values of these names that were sent. */
const pick = <TValues, TName extends keyof TValues>({
  names,
  values,
}: PickArgs<TValues, TName>): Partial<Pick<TValues, TName>> | undefined =>
  values
    ? (Object.fromEntries(
        names.filter((name) => values[name] !== undefined).map((name) => [name, values[name]]),
      ) as Partial<Pick<TValues, TName>>)
    : undefined
