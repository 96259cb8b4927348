import { z } from 'zod'

const flag = z.boolean().nullish()

/**
 * A season as the list of leagues has it, with the id of its league, which this provider adds. It
 * has no id, and a league may have two of one year (5 of 886, seen in recordings), so the first day
 * is needed to tell which one it is.
 */
export const seasonSchema = z.looseObject({
  coverage: z
    .looseObject({
      fixtures: z
        .looseObject({
          events: flag,
          lineups: flag,
          statistics_fixtures: flag,
          statistics_players: flag,
        })
        .nullish(),
      injuries: flag,
      odds: flag,
      players: flag,
      predictions: flag,
      standings: flag,
    })
    .nullish(),
  current: flag,
  end: z.iso.date().nullish(),
  leagueId: z.int().positive(),
  start: z.iso.date(),
  year: z.int(),
})

export type ApiFootballSeason = z.output<typeof seasonSchema>
