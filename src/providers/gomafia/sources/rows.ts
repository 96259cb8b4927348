import { z } from 'zod'

import { idSchema } from '../../../sdk/index.js'
import { phpFlag, phpList, phpValue as text } from '../values/phpValues.js'

/**
 * Rows as the site has them, in its own names, whichever way they were read. A way that lacks a
 * value leaves its key out. The site writes most numbers as text, and an empty text for none.
 */

/** A row of the rating of players. */
export const topRowSchema = z.looseObject({
  id: idSchema,
  city: text,
  country: text,
  elo: text,
  login: text,
  rank: text,
  // The player's club.
  title: text,
  total_rows: text,
})

/** Who a player is. */
export const userSchema = z.looseObject({
  id: idSchema,
  avatar_link: text,
  club_id: text,
  date_registration: text,
  elo: text,
  first_name: text,
  last_name: text,
  login: z.union([z.string(), z.number()]),
  since: text,
  vk_id: text,
})

const gameRowSchema = z.looseObject({
  elo: text,
  game_num: text,
  place: text,
  role: text,
  win: text,
})

/** One tournament in the history of a player. */
export const historyRowSchema = z.looseObject({
  // Nobody has seen a row without; one must not cost the others.
  id: z.preprocess((id) => (id === false || id === '' ? null : id), idSchema.nullish()),
  type: text,
  city_translate: text,
  country_translate: text,
  date_end: text,
  date_start: text,
  elo: text,
  games: phpList(gameRowSchema),
  gg: text,
  // `[]` when there is none, an object when there are some.
  nominations: z.unknown().optional(),
  place: text,
  prize: text,
  title: text,
})

export type HistoryRow = z.output<typeof historyRowSchema>

/** A page of a player, with ten tournaments of the history. */
export const playerPageSchema = z.looseObject({
  history: phpList(historyRowSchema),
  historyTotal: text,
  /** Whether it is what a page shows to people, which is less than the site's data. */
  isPartial: z.boolean().optional(),
  // `[]` for a player without games, `false` where it was not asked for.
  stats: z.unknown().optional(),
  user: userSchema,
})

export type PlayerPage = z.output<typeof playerPageSchema>

/** A row of the rating of clubs. */
export const clubRowSchema = z.looseObject({
  id: idSchema,
  city: text,
  club_score: text,
  country: text,
  elo_average: text,
  rank: text,
  title: z.union([z.string(), z.number()]),
  total_rows: text,
})

/** A row of the list of tournaments, and the tournament on its own page. */
export const tournamentRowSchema = z.looseObject({
  id: idSchema,
  type: text,
  city: text,
  country: text,
  date_end: text,
  date_start: text,
  elo_average: text,
  is_fsm_rating: phpFlag,
  is_hidden_result: phpFlag,
  main_referee_id: text,
  projected_count_of_participant: text,
  star: text,
  status: text,
  title: z.union([z.string(), z.number()]),
  total_rows: text,
  user_organizer_id: text,
})

/** A tournament with all that was played. */
export const tournamentPageSchema = z.looseObject({
  games: z.unknown().optional(),
  nominations: z.unknown().optional(),
  tournament: tournamentRowSchema,
  tournament_result_with_final: z.unknown().optional(),
  tournament_result_without_final: z.unknown().optional(),
})

export type TournamentPage = z.output<typeof tournamentPageSchema>
