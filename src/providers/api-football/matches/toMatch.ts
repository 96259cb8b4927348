import type { MatchDocument } from '../../../content/soccer/index.js'
import type { Reference } from '../../../sdk/index.js'
import type { ApiFootballFixture } from './fixtureSchema.js'

import { toTitle, toWinner, UNKNOWN_TEAM } from '../../../content/soccer/index.js'
import { mapGiven, toReference, toStub, withoutAbsent } from '../../../sdk/index.js'
import { toVenue } from '../teams.js'
import { toText } from '../toText.js'
import { STATES } from './STATES.js'
import { toEvents } from './toEvents.js'
import { toScores } from './toScores.js'

/** A match. What was not sent is left out; a status this plugin does not know is `unknown`. */
export const toMatch = (record: ApiFootballFixture): MatchDocument => {
  const { fixture, goals, isLeftOpen, league, score, seasonId, teams } = record
  const { referee, status, timestamp, venue } = fixture
  const { isTicking = false, state: said = 'unknown' } = STATES[status.short ?? ''] ?? {}
  const state = isLeftOpen ? 'unknown' : said
  return withoutAbsent({
    awayPlaceholder: toPlaceholder(teams.away),
    awayScore: goals === null ? null : goals?.away,
    awayTeam: toTeamReference(teams.away),
    events: toEvents(record),
    homePlaceholder: toPlaceholder(teams.home),
    homeScore: goals === null ? null : goals?.home,
    homeTeam: toTeamReference(teams.home),
    league: toReference({
      id: league.id,
      resource: 'leagues',
      stub: toStub({ name: league.name?.trim() || `League ${league.id}`, logo: league.logo }),
    }),
    minute: isTicking && !isLeftOpen ? status.elapsed : null,
    providerStatus: status.short,
    referee: mapGiven({ map: toText, value: referee }),
    round: mapGiven({ map: toText, value: league.round }),
    season: toReference({ id: seasonId, resource: 'seasons' }),
    startsAt: mapGiven({
      map: (seconds) => new Date(seconds * 1000).toISOString(),
      value: timestamp,
    }),
    state,
    title: toTitle({ away: teams.away.name?.trim(), home: teams.home.name?.trim() }),
    venue: venue === undefined ? undefined : toVenue(venue),
    winner: toWinner({
      goals,
      // A draw has no mark at all, so `false` says no more than that.
      hasWon: { away: teams.away.winner || null, home: teams.home.winner || null },
      shootOut: score?.penalty,
      state,
    }),
    ...toScores(record),
  })
}

type Team = ApiFootballFixture['teams']['home']

/** Zero is the id of nobody. */
const isNobody = ({ id }: Team): boolean => id === null || (id !== undefined && id <= 0)

/** What stands for a team that is not known yet: a name without an id, "Winner QF1". */
const toPlaceholder = (team: Team): null | string =>
  isNobody(team) ? team.name?.trim() || null : null

/** With enough of the team to create one that was never listed. */
const toTeamReference = (team: Team): null | Reference | undefined => {
  const { id, name, logo } = team
  return toReference({
    id: isNobody(team) ? null : id,
    resource: 'teams',
    stub: toStub({ name: name?.trim() || UNKNOWN_TEAM, logo }),
  })
}
