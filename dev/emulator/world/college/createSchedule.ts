import type { CollegeGame, CollegeSeason } from './types.js'

import { createRandom } from '../createRandom.js'
import { hash } from '../hash.js'
import { textId } from './textId.js'

const HOUR_MS = 60 * 60_000
const DAY_MS = 24 * HOUR_MS

/** Days of the week (0 is Sunday) on which all teams play, and how often. */
const GAME_DAYS: Readonly<Record<number, number>> = { 2: 1, 5: 1, 6: 2 }

/** Who plays whom, and when. An event has the same id whatever span of days is asked for. */
export const createSchedule = ({ endsAt, ...season }: CollegeSeason): CollegeGame[] => {
  const games: CollegeGame[] = []
  const firstDay = Math.floor(season.startsAt / DAY_MS)
  for (let day = firstDay; day * DAY_MS < endsAt; day += 1) {
    const count = GAME_DAYS[new Date(day * DAY_MS).getUTCDay()] ?? 0
    for (const pair of pairsOf({ day, teamIds: season.teamIds })) {
      games.push(...gamesOfDay({ count, day, pair, seasonId: season.id, sport: season.sport }))
    }
  }
  const [first] = games
  return first ? [...games, ...withoutTeams(first)] : games
}

/** Everybody meets everybody in turn: the first stays, the others go round. */
const pairsOf = ({ day, teamIds }: { day: number; teamIds: string[] }): [string, string][] => {
  const [fixed, ...others] = teamIds
  if (fixed === undefined || others.length === 0) {
    return []
  }
  const turned = others.map((_, index) => others[(index + day) % others.length]!)
  const ring = [fixed, ...turned]
  return Array.from({ length: Math.floor(ring.length / 2) }, (_, index) => {
    const pair: [string, string] = [ring[index]!, ring[ring.length - 1 - index]!]
    return (day + index) % 2 === 0 ? pair : [pair[1], pair[0]]
  })
}

const gamesOfDay = ({
  count,
  day,
  pair: [awayId, homeId],
  seasonId,
  sport,
}: {
  count: number
  day: number
  pair: [string, string]
  seasonId: string
  sport: CollegeSeason['sport']
}): CollegeGame[] => {
  const random = createRandom(hash(`game|${day}|${awayId}|${homeId}`))
  const hour = random.int({ max: 20, min: 16 })

  return Array.from({ length: count }, (_, index) => {
    const key = `${day}|${awayId}|${homeId}|${index}`
    const game: CollegeGame = {
      id: textId({ entity: 'event', key }),
      awayId,
      correctedAfterMs: random.chance(0.5) ? 3 * HOUR_MS : null,
      homeId,
      // Two on one day are shorter ones.
      innings: count > 1 || sport === 'sball' ? 7 : 9,
      isPhantom: false,
      scoring: random.chance(0.25) ? 'after' : 'live',
      seasonId,
      startsAt: day * DAY_MS + (hour + index * 3) * HOUR_MS + HOUR_MS / 2,
      suspended: random.chance(0.03) ? { inning: 5, resumesAfterMs: 18 * HOUR_MS } : null,
      timeZone: 'America/Chicago',
    }
    return random.chance(0.2) ? [game, phantomOf(game)] : [game]
  }).flat()
}

/** The same hour of the wall clock in the next zone: never played, never taken away. */
const phantomOf = (game: CollegeGame): CollegeGame => ({
  ...game,
  id: textId({ entity: 'event', key: `phantom|${game.id}` }),
  correctedAfterMs: null,
  isPhantom: true,
  startsAt: game.startsAt - HOUR_MS,
  suspended: null,
  timeZone: 'America/New_York',
})

/** Of a tournament nobody knows yet who plays. */
const withoutTeams = (first: CollegeGame): CollegeGame[] =>
  [
    { awayId: null, homeId: null },
    { awayId: null, homeId: first.homeId },
  ].map((teams, index) => ({
    ...first,
    ...teams,
    id: textId({ entity: 'event', key: `open|${first.seasonId}|${index}` }),
    isPhantom: true,
    startsAt: first.startsAt + (35 + index) * DAY_MS,
  }))
