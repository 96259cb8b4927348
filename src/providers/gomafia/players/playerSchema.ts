import { z } from 'zod'

import { historyRowSchema, topRowSchema, userSchema } from '../sources/rows.js'
import { phpList } from '../values/phpValues.js'

/**
 * A player as one record: the row of the rating, where one was read, the player's own page, and the
 * history over all its pages.
 */
export const playerSchema = z.looseObject({
  id: z.string(),
  history: phpList(historyRowSchema),
  historyTotal: z.unknown().optional(),
  isPartial: z.boolean().optional(),
  /** Why the player's page could not be read, which makes the record invalid. */
  problem: z.string().optional(),
  row: topRowSchema.optional(),
  stats: z.unknown().optional(),
  user: userSchema.optional(),
})

export type PlayerRecord = z.output<typeof playerSchema>

/** The same, held to what makes a player. */
export const soundPlayerSchema = playerSchema.superRefine(({ problem, row, user }, context) => {
  if (problem !== undefined) {
    context.addIssue({ code: 'custom', message: problem, path: ['user'] })
  } else if (!user && !row?.login) {
    context.addIssue({
      code: 'custom',
      message: 'The player has no name.',
      path: ['user', 'login'],
    })
  }
})
