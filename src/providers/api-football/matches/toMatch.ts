import type { MatchDocument } from '../../../content/soccer/index.js'
import type { Reference } from '../../../sdk/index.js'
import type { ApiFootballFixture, Side } from './fixtureSchema.js'

import { mapGiven, reference, toStub, withoutAbsent } from '../../../sdk/index.js'
import { STATES } from '../tables/STATES.js'
import { toReference } from '../toReference.js'
import { toText } from '../toText.js'
import { toVenue } from '../toVenue.js'
import { toEvents } from './toEvents.js'
import { toScores } from './toScores.js'
import { toTitle, UNKNOWN_TEAM } from './toTitle.js'
import { toWinner } from './toWinner.js'

/** A match. What was not sent is left out; a status this plugin does not know is `unknown`. */
export const toMatch = (record: ApiFootballFixture): MatchDocument => {
  const { fixture, goals, league, seasonId } = record
  const { referee, status, timestamp, venue } = fixture
  const { isTicking = false, state = 'unknown' } = STATES[status.short ?? ''] ?? {}
  return withoutAbsent({
    awayScore: goals === null ? null : goals?.away,
    awayTeam: toTeamReference({ record, side: 'away' }),
    events: toEvents(record),
    homeScore: goals === null ? null : goals?.home,
    homeTeam: toTeamReference({ record, side: 'home' }),
    league: toReference({
      id: league.id,
      resource: 'leagues',
      stub: toStub({ name: league.name?.trim() || `League ${league.id}`, logo: league.logo }),
    }),
    minute: isTicking ? (status.elapsed ?? null) : null,
    providerStatus: status.short ?? null,
    referee: mapGiven({ map: toText, value: referee }),
    round: mapGiven({ map: toText, value: league.round }),
    season: mapGiven({
      map: (externalId) => reference({ externalId, resource: 'seasons' }),
      value: seasonId,
    }),
    startsAt: mapGiven({
      map: (seconds) => new Date(seconds * 1000).toISOString(),
      value: timestamp,
    }),
    state,
    title: toTitle(record),
    venue: venue === undefined ? undefined : toVenue(venue),
    winner: toWinner(record),
    ...toScores(record),
  })
}

type ToTeamReferenceArgs = { record: ApiFootballFixture; side: Side }

/** The team of one side, with enough of it to create one that was never listed. */
const toTeamReference = ({ record: { teams }, side }: ToTeamReferenceArgs): null | Reference => {
  const { id, name, logo } = teams[side]
  const stub = toStub({ name: name?.trim() || UNKNOWN_TEAM, logo })
  return toReference({ id, resource: 'teams', stub })
}
