import { z } from 'zod'

import { SIDES } from '../../../../content/college/index.js'
import { elementSchema } from '../xml.js'

/** One player of one side, as `toLines` takes it out of a box score. */
export const lineSchema = z.looseObject({
  /** Groups of numbers that this player is known not to have. */
  cleared: z.array(z.enum(['batting', 'fielding', 'pitching'])),
  gameId: z.string().min(1),
  /** Tells the line apart within the game. */
  key: z.string().min(1),
  player: elementSchema,
  /** Name of the box score's root. */
  root: z.string(),
  side: z.enum(SIDES),
  teamId: z.string().optional(),
})

/** One player of one side. */
export type Line = z.output<typeof lineSchema>
