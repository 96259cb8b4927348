import type { CollegeGame, CollegeSeason, CollegeTeam, CollegeWorld, Sport } from './types.js'

import { createSchedule } from './createSchedule.js'
import { createSquad } from './createSquad.js'
import { SCHOOLS } from './schoolNames.js'
import { textId } from './textId.js'

const DAY_MS = 24 * 60 * 60_000
const WEEK_MS = 7 * DAY_MS

export type CollegeWorldArgs = {
  /** The moment around which games are. */
  at: Date
  /** Whether the first two teams have a game that began in the hour of `at`. @default false */
  hasGameNow?: boolean
  /** Baseball teams, at most 32 and an even number. @default 32 */
  teams?: number
  /** Whole weeks with games after that of `at`. @default 3 */
  weeksAhead?: number
  /** Whole weeks with games before that of `at`. @default 3 */
  weeksBack?: number
}

const SPORTS: readonly { name: string; sport: Sport; teams?: number }[] = [
  { name: 'Baseball', sport: 'bsb' },
  { name: 'Softball', sport: 'sball', teams: 4 },
]

/**
 * Teams of made-up colleges and their games in the weeks around a moment. What a thing is called,
 * who plays and how a game goes follow from the day and the teams, so that two worlds that share a
 * day agree on it.
 */
export const createCollegeWorld = ({
  at,
  hasGameNow = false,
  teams: baseballTeams = SCHOOLS.length,
  weeksAhead = 3,
  weeksBack = 3,
}: CollegeWorldArgs): CollegeWorld => {
  const year = at.getUTCFullYear()
  const monday = mondayOf(at)
  const seasons = SPORTS.map(({ name, sport, teams = baseballTeams }): CollegeSeason => ({
    id: textId({ entity: 'season', key: `${sport}|${year}` }),
    name: `${name} ${year}`,
    endsAt: monday + (weeksAhead + 1) * WEEK_MS,
    sport,
    startsAt: monday - weeksBack * WEEK_MS,
    teamIds: SCHOOLS.slice(0, teams).map((school) => teamIdOf({ school, sport, year })),
    year,
  }))
  const teams = new Map(
    seasons.flatMap((season) =>
      season.teamIds.map((id, index) => [id, createTeam({ id, name: SCHOOLS[index]!, season })]),
    ),
  )
  const games = new Map<string, CollegeGame>(
    [
      ...seasons.flatMap(createSchedule),
      ...(hasGameNow ? [createGameNow({ at, season: seasons[0]! })] : []),
    ].map((game) => [game.id, game]),
  )

  return {
    games,
    gamesOfSeason: (seasonId) => [...games.values()].filter((game) => game.seasonId === seasonId),
    gamesOfTeam: (teamId) =>
      [...games.values()].filter(({ awayId, homeId }) => awayId === teamId || homeId === teamId),
    seasons: new Map(seasons.map((season) => [season.id, season])),
    teams,
  }
}

const mondayOf = (at: Date): number => {
  const midnight = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate())
  return midnight - ((at.getUTCDay() + 6) % 7) * DAY_MS
}

/** A team belongs to a season: next year it has another id. */
const teamIdOf = ({ school, sport, year }: { school: string; sport: Sport; year: number }) =>
  textId({ entity: 'team', key: `${school}|${sport}|${year}` })

const createTeam = ({
  id,
  name,
  season,
}: { season: CollegeSeason } & Pick<CollegeTeam, 'id' | 'name'>): CollegeTeam => ({
  id,
  name,
  code: name
    .replace(/[^A-Z]/gi, '')
    .slice(0, 6)
    .toUpperCase(),
  seasonId: season.id,
  ...createSquad(id),
})

const HOUR_MS = 60 * 60_000

/** One that whoever starts the emulator can watch. */
const createGameNow = ({ at, season }: { at: Date; season: CollegeSeason }): CollegeGame => {
  const startsAt = Math.floor(at.getTime() / HOUR_MS) * HOUR_MS
  return {
    id: textId({ entity: 'event', key: `now|${season.id}|${startsAt}` }),
    awayId: season.teamIds[1] ?? null,
    correctedAfterMs: null,
    homeId: season.teamIds[0] ?? null,
    innings: 9,
    isPhantom: false,
    scoring: 'live',
    seasonId: season.id,
    startsAt,
    suspended: null,
    timeZone: 'America/Chicago',
  }
}
