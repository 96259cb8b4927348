import type { Json } from '../../../json.js'
import type { Taken } from './playerData.js'

const round = (value: number): number => Math.round(value * 100) / 100

const average = (values: readonly number[]): number =>
  values.length === 0 ? 0 : round(values.reduce((sum, value) => sum + value, 0) / values.length)

type Line = readonly { title: string; x: string; y: number }[]

const summaryOf = (line: Line) => {
  const values = line.map(({ y }) => y)
  return {
    delta: round((values.at(-1) ?? 0) - (values[0] ?? 0)),
    max: Math.max(0, ...values),
    min: Math.min(0, ...values),
  }
}

/** What the page draws, tournament by tournament, the oldest first. Only rated ones move the rating. */
export const chartOf = (history: readonly Taken[]): Json => {
  const taken = history.toReversed()
  const toLine = (some: readonly Taken[], toY: (one: Taken) => number) =>
    some.map((one) => ({
      title: one.tournament.title,
      x: one.tournament.start,
      y: round(toY(one)),
    }))
  const rated = taken.filter(({ tournament }) => tournament.isRated)
  const deltas = toLine(rated, ({ games }) =>
    games.reduce((sum, { seat }) => sum + seat.eloDelta, 0),
  )
  let rating = 1500
  const ratings = rated.map(({ tournament: { id, start, title } }, index) => {
    rating += deltas[index]!.y
    // The id is a number here, and a text in the history.
    return { id, title, x: start, y: rating }
  })
  const sums = toLine(taken, ({ games }) => games.reduce((sum, { seat }) => sum + seat.points, 0))
  const extra = toLine(taken, () => 0)
  const won = deltas.filter(({ y }) => y > 0).length
  return {
    elo: ratings,
    elo_delta: deltas,
    stats_elo: { ...summaryOf(ratings), games: taken.length, loose: 0, win: 0 },
    stats_elo_delta: {
      avg: average(deltas.map(({ y }) => y)),
      loose: deltas.length - won,
      max: summaryOf(deltas).max,
      min: summaryOf(deltas).min,
      total: deltas.length,
      win: won,
    },
    stats_extra: { ...summaryOf(extra), avg: 0 },
    stats_sum: { ...summaryOf(sums), avg: average(sums.map(({ y }) => y)) },
    sum: sums,
    sum_extra: extra,
  }
}
