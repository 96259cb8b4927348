import { z } from 'zod'

import type { XmlElement } from '../../../../sdk/index.js'

import { SIDES } from '../../../../content/college/index.js'

const elementSchema = z.custom<XmlElement>(
  (value) =>
    typeof value === 'object' && value !== null && 'attributes' in value && 'elements' in value,
  { error: 'The player is no element of a box score.' },
)

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
