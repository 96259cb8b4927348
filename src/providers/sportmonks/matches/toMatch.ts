import type { MatchDocument } from '../../../content/soccer/index.js'
import type { JsonObject } from '../../../sdk/index.js'
import type { SportmonksFixture } from './fixtureSchema.js'

import { mapGiven, toStub, withoutAbsent } from '../../../sdk/index.js'
import { toLeague } from '../records/toLeague.js'
import { toSeason } from '../records/toSeason.js'
import { STATES } from '../tables/STATES.js'
import { toIsoDate } from '../toIsoDate.js'
import { toReference } from '../toReference.js'
import { toEvents } from './toEvents.js'
import { toScore } from './toScore.js'
import { toTeamReference } from './toTeamReference.js'
import { toTitle } from './toTitle.js'
import { toWinner } from './toWinner.js'

/** A match. What was not included is left out; a state this plugin does not know is `unknown`. */
export const toMatch = (fixture: SportmonksFixture): MatchDocument => {
  const { league, league_id, round, season, season_id, stage, state_id, venue } = fixture
  const { code, state } = STATES[state_id] ?? { code: `state ${state_id}`, state: 'unknown' }
  const score = toScore({ fixture, kind: 'CURRENT' })
  return withoutAbsent({
    awayScore: score?.away,
    awayTeam: toTeamReference({ fixture, side: 'away' }),
    events: toEvents(fixture),
    extraTime: toScore({ fixture, kind: 'ET' }),
    fulltime: toScore({ fixture, kind: '2ND_HALF' }),
    halftime: toScore({ fixture, kind: '1ST_HALF' }),
    homeScore: score?.home,
    homeTeam: toTeamReference({ fixture, side: 'home' }),
    league: toReference({
      id: league_id,
      resource: 'leagues',
      stub: stubOf({ map: toLeague, record: league }),
    }),
    minute: state === 'live' ? minuteOf(fixture) : null,
    penalties: toScore({ fixture, kind: 'PENALTY_SHOOTOUT' }),
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
    title: toTitle(fixture),
    venue: venue === undefined ? undefined : cityAndName(venue),
    winner: toWinner(fixture),
  })
}

/** The minute of the period that is running; `null` in a break. `currentPeriod` came back empty. */
const minuteOf = ({ periods }: SportmonksFixture): null | number | undefined =>
  mapGiven({
    map: (given) => given.find(({ ticking }) => ticking)?.minutes ?? null,
    value: periods,
  })

const nameOf = (named: SportmonksFixture['round']): null | string | undefined =>
  mapGiven({ map: ({ name }) => name ?? null, value: named })

/** The timestamp is UTC without any doubt, the text only as long as no time zone was asked for. */
const startOf = ({
  starting_at,
  starting_at_timestamp: seconds,
}: SportmonksFixture): null | string | undefined =>
  typeof seconds === 'number'
    ? new Date(seconds * 1000).toISOString()
    : mapGiven({ map: toIsoDate, value: starting_at })

const cityAndName = (venue: NonNullable<SportmonksFixture['venue']> | null) => ({
  name: venue?.name ?? null,
  city: venue?.city_name ?? null,
})

type StubOfArgs<TRecord> = {
  map: (record: TRecord) => Record<string, unknown>
  record: null | TRecord | undefined
}

const stubOf = <TRecord>({ map, record }: StubOfArgs<TRecord>): JsonObject | undefined =>
  record ? toStub(map(record)) : undefined
