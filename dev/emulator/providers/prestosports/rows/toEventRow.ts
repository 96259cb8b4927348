import type { Row } from '../../../json.js'
import type { GameAt } from '../../../world/college/createGames.js'
import type { CollegeGame } from '../../../world/college/types.js'
import type { PrestoState } from '../PrestoState.js'

import { runsOf } from '../../../world/college/totalsOf.js'
import { toTeamRow } from './toTeamRow.js'
import { toWireMoment } from './toWireMoment.js'

const DAY_MS = 24 * 60 * 60_000
const NO_RANKS = Object.fromEntries(
  ['conference', 'division', 'national', 'regional'].flatMap((kind) => [
    [`${kind}Away`, null],
    [`${kind}Home`, null],
  ]),
)

/** A game as schedules hold it. */
export const toEventRow = ({
  game,
  now,
  state: { events, games, world },
}: {
  game: CollegeGame
  now: number
  state: Pick<PrestoState, 'events' | 'games' | 'world'>
}): Row => {
  const known = games.at({ game, now })
  const team = (id: null | string): null | Row =>
    id === null ? null : toTeamRow({ team: world.teams.get(id)!, world })
  const home = world.teams.get(game.homeId ?? '')

  return {
    address: '',
    city: '',
    eventId: game.id,
    eventType: {
      isConference: true,
      isDivision: false,
      isNational: false,
      isNeutral: false,
      isOverall: true,
      isPostSeason: false,
      isRegional: false,
      isSuspended: known?.stage.isSuspended ?? false,
      isWeatherDelay: game.suspended !== null,
      noContest: false,
      statsCount: true,
    },
    eventTypeCode: 'regular',
    eventTypeDescription: 'Regular Season',
    lastUpdatedDateTime: toWireMoment(known?.stage.updatedAt ?? game.startsAt - DAY_MS),
    links: null,
    notes: '',
    ranks: NO_RANKS,
    score: toScore(known),
    seasonId: game.seasonId,
    sportId: world.seasons.get(game.seasonId)!.sport,
    startDateTime: toWireMoment(game.startsAt),
    stateCountry: '',
    ...toStatus({ game, known }),
    tba: game.homeId === null,
    teams: { awayTeam: team(game.awayId), homeTeam: team(game.homeId) },
    timeZone: game.timeZone,
    timeZoneDisplay: game.timeZone === 'America/Chicago' ? 'CDT' : 'EDT',
    venue: game.isPhantom || !home ? '' : `${home.name} Field`,
    zipCode: '',
    ...events.get(game.id),
  }
}

/** Texts, and zero or nothing before the start. */
const toScore = (known: GameAt | null): Row => {
  const runs = runsOf(known?.stage.plays ?? [])
  return known === null ? { away: '', home: '' } : { away: String(runs.V), home: String(runs.H) }
}

const toStatus = ({ game, known }: { game: CollegeGame; known: GameAt | null }): Row => {
  if (!known || known.stage.state === 'notStarted') {
    return { status: 'Not Started', statusCode: -2 }
  }
  const { played, stage } = known
  if (stage.state === 'final') {
    const innings = played.plays.at(-1)!.inning
    return innings === game.innings
      ? { status: 'Final', statusCode: 0 }
      : { status: `Final - ${innings} innings`, statusCode: innings }
  }
  const next = played.plays[stage.plays.length] ?? played.plays.at(-1)!
  const where = `${next.half === 'V' ? 'Top' : 'Bottom'} of ${toOrdinal(next.inning)}`
  return {
    status: `${stage.isSuspended ? 'Suspended' : 'In Progress'} - ${where}`,
    statusCode: -1,
  }
}

const toOrdinal = (count: number): string => {
  const ending = { 1: 'st', 2: 'nd', 3: 'rd' }[count] ?? 'th'
  return `${count}${ending}`
}
