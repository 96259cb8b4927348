import type { MatchDocument, Side } from '../../../content/soccer/index.js'
import type { JsonObject, Reference } from '../../../sdk/index.js'
import type { SportmonksFixture, SportmonksParticipant } from './fixtureSchema.js'

import { toTitle, toWinner, UNKNOWN_TEAM } from '../../../content/soccer/index.js'
import { mapGiven, toReference, toStub, withoutAbsent } from '../../../sdk/index.js'
import { toLeague } from '../leagues.js'
import { toSeason } from '../seasons.js'
import { toTeam, toVenue } from '../teams.js'
import { toIsoDate } from '../toIsoDate.js'
import { stateOf } from './STATES.js'
import { toEvents } from './toEvents.js'
import { toScore } from './toScore.js'

/** A match. What was not included is left out; a state this plugin does not know is `unknown`. */
export const toMatch = (fixture: SportmonksFixture): MatchDocument => {
  const { league, league_id, participants, round, season, season_id, stage, state_id } = fixture
  const { code, state: said } = stateOf(state_id)
  const state = fixture.isLeftOpen ? 'unknown' : said
  const away = findParticipant({ participants, side: 'away' })
  const home = findParticipant({ participants, side: 'home' })
  const score = toScore({ fixture, kind: 'CURRENT' })
  const penalties = toScore({ fixture, kind: 'PENALTY_SHOOTOUT' })
  return withoutAbsent({
    awayPlaceholder: mapGiven({ map: toPlaceholder, value: participants && away }),
    awayScore: score?.away,
    awayTeam: mapGiven({ map: toTeamReference, value: participants && away }),
    events: toEvents(fixture),
    extraTime: toScore({ fixture, kind: 'ET' }),
    fulltime: toScore({ fixture, kind: '2ND_HALF' }),
    halftime: toScore({ fixture, kind: '1ST_HALF' }),
    homePlaceholder: mapGiven({ map: toPlaceholder, value: participants && home }),
    homeScore: score?.home,
    homeTeam: mapGiven({ map: toTeamReference, value: participants && home }),
    league: toReference({
      id: league_id,
      resource: 'leagues',
      stub: stubOf({ map: toLeague, record: league }),
    }),
    minute: state === 'live' ? minuteOf(fixture) : null,
    penalties,
    providerStatus: code,
    round: nameOf(round),
    season: toReference({
      id: season_id,
      resource: 'seasons',
      stub: stubOf({ map: toSeason, record: season }),
    }),
    stage: nameOf(stage),
    startsAt: startOf(fixture),
    state,
    // The fixture's own name may hold former names, so it counts only where no team is known.
    title: (!home && !away && fixture.name) || toTitle({ away: away?.name, home: home?.name }),
    venue: fixture.venue === undefined ? undefined : toVenue(fixture.venue),
    winner: toWinner({
      // Only where neither scores nor teams were included is there nothing to tell it by.
      goals: score ?? (participants ? null : undefined),
      hasWon: { away: away?.meta.winner, home: home?.meta.winner },
      shootOut: penalties,
      state,
    }),
  })
}

type FindParticipantArgs = { participants: SportmonksFixture['participants']; side: Side }

/**
 * The team of one side. Order means nothing: in 2 of 25 recorded matches the away team is first.
 */
const findParticipant = ({
  participants = [],
  side,
}: FindParticipantArgs): null | SportmonksParticipant =>
  participants.find(({ meta }) => meta.location === side) ?? null

/** What stands for a team that is not known yet: "Winner QF1". It is no club. */
const toPlaceholder = ({ name, placeholder }: SportmonksParticipant): null | string =>
  (placeholder && name?.trim()) || null

/** With enough of the team to create one that was never listed: an opponent of another league. */
const toTeamReference = (participant: SportmonksParticipant): null | Reference | undefined => {
  if (participant.placeholder) {
    return null
  }
  const { isPlaceholder: _isNone, ...team } = toTeam({
    ...participant,
    name: participant.name || UNKNOWN_TEAM,
  })
  return toReference({ id: participant.id, resource: 'teams', stub: toStub(team) })
}

/** The minute of the period that is running; `null` in a break. `currentPeriod` came back empty. */
const minuteOf = ({ periods }: SportmonksFixture): null | number | undefined =>
  mapGiven({
    map: (given) => given.find(({ ticking }) => ticking)?.minutes ?? null,
    value: periods,
  })

const nameOf = (named: SportmonksFixture['round']): null | string | undefined =>
  mapGiven({ map: ({ name }) => name, value: named })

/** The timestamp is UTC without any doubt, the text only as long as no time zone was asked for. */
const startOf = ({
  starting_at,
  starting_at_timestamp: seconds,
}: SportmonksFixture): null | string | undefined =>
  typeof seconds === 'number'
    ? new Date(seconds * 1000).toISOString()
    : mapGiven({ map: toIsoDate, value: starting_at })

type StubOfArgs<TRecord> = {
  map: (record: TRecord) => Record<string, unknown>
  record: null | TRecord | undefined
}

const stubOf = <TRecord>({ map, record }: StubOfArgs<TRecord>): JsonObject | undefined =>
  record ? toStub(map(record)) : undefined
