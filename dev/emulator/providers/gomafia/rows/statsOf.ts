import type { Json } from '../../../json.js'
import type { Seat } from '../world/MafiaWorld.js'
import type { Played } from './playerData.js'

const isBlack = ({ role }: Seat): boolean => role === 'don' || role === 'mafia'

const hasWon = ({ seat, table: { win } }: Played): boolean =>
  win === (isBlack(seat) ? 'mafia' : 'city')

const share = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((part / whole) * 100)

/** How many games in a row were won at most. */
const longestStreak = (games: readonly Played[]): number => {
  let longest = 0
  let now = 0
  for (const game of games) {
    now = hasWon(game) ? now + 1 : 0
    longest = Math.max(longest, now)
  }
  return longest
}

const round = (value: number): number => Math.round(value * 100) / 100

const pointsOf = (games: readonly Played[]): number =>
  games.reduce((sum, { seat }) => sum + seat.points, 0)

/** The site calls the mafia without its don "black" here. */
const pointsOfRole = (games: readonly Played[]): Json => ({
  per_game: games.length === 0 ? 0 : round(pointsOf(games) / games.length),
  points: round(pointsOf(games)),
})

/** The figures of a player, as numbers, after the recorded page. */
export const statsOf = (games: readonly Played[]): Json => {
  const ofRole = (role: Seat['role']): Played[] => games.filter(({ seat }) => seat.role === role)
  const rate = (role: Seat['role']): Json => {
    const played = ofRole(role)
    const won = played.filter(hasWon).length
    return {
      total: { value: played.length },
      win: { percent: share(won, played.length), value: won },
    }
  }
  const won = games.filter(hasWon).length
  const opened = ofRole('sheriff')
  const openedWon = opened.filter(hasWon).length
  return {
    advanced_points: {
      black: pointsOfRole(ofRole('mafia')),
      don: pointsOfRole(ofRole('don')),
      points_10_games: round(pointsOf(games.slice(0, 10))),
      red: pointsOfRole(ofRole('red')),
      sheriff: pointsOfRole(opened),
    },
    games_stats: {
      average_points: games.length === 0 ? 0 : round(pointsOf(games) / games.length),
      prize_places: 0,
    },
    other: {
      first_kills: games.length % 5,
      self_kills: 0,
      sheriff_open: {
        black_loose: 0,
        black_win: 0,
        sheriff_loose: opened.length - openedWon,
        sheriff_win: openedWon,
        total: opened.length,
        total_win: openedWon,
      },
    },
    primary: {
      don: ofRole('don').length,
      mafia: ofRole('mafia').length,
      red: ofRole('red').length,
      sheriff: ofRole('sheriff').length,
      total_games: games.length,
    },
    win_rate: {
      don: rate('don'),
      mafia: rate('mafia'),
      red: rate('red'),
      sheriff: rate('sheriff'),
      total_games: games.length,
      total_wins: { percent: share(won, games.length), value: won },
    },
    win_strike: {
      don: { max: longestStreak(ofRole('don')) },
      mafia: { max: longestStreak(ofRole('mafia')) },
      red: { max: longestStreak(ofRole('red')) },
      sheriff: { max: longestStreak(opened) },
    },
  }
}
