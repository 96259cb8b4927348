import type { Row } from '../../../json.js'
import type { MatchAt } from '../../../world/match/matchAt.js'
import type { Country, Match, Side } from '../../../world/types.js'
import type { Context } from '../createContext.js'

import { imagePath } from '../../../imagePath.js'
import { toUnixSeconds } from '../../../moments.js'
import { matchAt } from '../../../world/match/matchAt.js'
import { phasesOf } from '../../../world/match/phasesOf.js'
import { isFinished, isLive } from '../../../world/match/stateAt.js'
import { toEvents } from './toEvents.js'
import { toGoals, toScores } from './toScores.js'
import { toTeamName } from './toTeamRow.js'
import { toCountryWords, toPlainName } from './words/countryWords.js'
import { isSpeltOut } from './words/isSpeltOut.js'
import { refereeOf } from './words/refereeOf.js'
import { roundOf } from './words/roundOf.js'
import { statuses, TO_BE_DEFINED } from './words/statuses.js'
import { yearOf } from './yearOf.js'

/** A match as it stands; `null` for one that does not exist. */
export const toFixtureRow = ({
  id,
  context,
  withEvents,
}: {
  context: Context
  id: number
  /** They only come with live matches and where ids were asked for. */
  withEvents: boolean
}): null | Row => {
  const { now, world } = context
  const match = world.matches.get(id)
  const league = match && world.leagues.get(match.leagueId)
  const season = match && world.seasons.get(match.seasonId)
  const country = league && world.countries.get(league.countryId)
  if (!match || !season || !country) {
    return null
  }
  const stand = matchAt({ match, now, squadOf: world.squadOf })
  const { name: countryName, flag } = toCountryWords(country)
  return {
    fixture: {
      id,
      date: new Date(match.startsAt).toISOString().replace('.000Z', '+00:00'),
      periods: periodsOf({ match, now }),
      referee: refereeOf({ country, match, now }),
      status: toStatus({ context, match, stand }),
      timestamp: toUnixSeconds(match.startsAt),
      timezone: 'UTC',
      venue: toVenue({ context, country, match }),
    },
    goals: toGoals(stand.score),
    league: {
      id: league.id,
      name: league.name,
      country: countryName,
      flag,
      logo: imagePath({ id: league.id, kind: 'leagues' }),
      round: roundOf({ match, world }),
      season: yearOf(season),
      standings: league.kind !== 'cup',
    },
    score: toScores(stand),
    teams: {
      away: { ...toTeamName({ id: match.awayTeamId, context }), winner: hasWon('away', stand) },
      home: { ...toTeamName({ id: match.homeTeamId, context }), winner: hasWon('home', stand) },
    },
    ...(withEvents && { events: toEvents({ context, events: stand.events, match }) }),
  }
}

/** Kick-off of both halves, once they have begun; what comes after them is not told. */
const periodsOf = ({ match, now }: { match: Match; now: number }): Row => {
  const startOf = (state: string): null | number => {
    const startsAt = phasesOf(match).find((phase) => phase.state === state)?.startsAt
    return startsAt === undefined || now < startsAt ? null : toUnixSeconds(startsAt)
  }
  return { first: startOf('first-half'), second: startOf('second-half') }
}

type MatchArgs = { context: Context; match: Match }

const toStatus = ({
  context: { world },
  match,
  stand: { addedMinute, minute, state },
}: { stand: MatchAt } & MatchArgs): Row => {
  const isOpen = [match.homeTeamId, match.awayTeamId].some(
    (id) => world.teams.get(id)?.isPlaceholder,
  )
  const { elapsed, long, short } =
    state === 'not-started' && isOpen ? TO_BE_DEFINED : statuses[state]
  return { elapsed: elapsed ?? minute, extra: addedMinute, long, short }
}

/** The id of the ground comes and goes, and its city is spelt in two ways. */
const toVenue = ({
  context: { now, world },
  country,
  match,
}: { country: Country } & MatchArgs): Row => {
  const venueId = world.teams.get(match.homeTeamId)?.venueId ?? null
  const venue = venueId === null ? undefined : world.venues.get(venueId)
  if (!venue) {
    return { id: null, name: null, city: null }
  }
  const isLong = isSpeltOut({ match, now })
  return {
    id: match.id % 5 === 0 ? null : venue.id,
    name: venue.name,
    city: isLong ? `${venue.cityName}, ${toPlainName(country)}` : venue.cityName,
  }
}

/** While a match is on this follows the running score. */
const hasWon = (side: Side, { score, state, winner }: MatchAt): boolean | null => {
  if (isFinished(state)) {
    return winner === 'draw' || winner === null ? null : winner === side
  }
  if (!isLive(state) || !score || score.home === score.away) {
    return null
  }
  return side === (score.home > score.away ? 'home' : 'away')
}
