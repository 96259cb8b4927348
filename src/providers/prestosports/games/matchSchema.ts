import { z } from 'zod'

import type { CollegeGameDocument } from '../../../content/college/index.js'

import { withoutAbsent } from '../../../sdk/index.js'
import { toBoxScore, toSides } from '../boxScore/toBoxScore.js'
import { toFinalScore } from '../boxScore/toLineScore.js'
import { elementSchema } from '../boxScore/xml.js'
import { eventSchema } from './eventSchema.js'
import { toGame } from './toGame.js'

/** A game, with its box score where one was asked for. */
export const matchSchema = eventSchema.extend({
  /** Added by this provider. */
  boxScore: z
    .looseObject({
      boxScoreAsOf: z.string().nullish(),
      boxScoreCompletedAt: z.string().nullish(),
      boxScoreDueAt: z.string().nullish(),
      root: elementSchema.optional(),
    })
    .optional(),
})

type PrestosportsMatch = z.output<typeof matchSchema>

/** A game. What its box score adds is left alone where none was asked for. */
export const toMatch = ({ boxScore, ...event }: PrestosportsMatch): CollegeGameDocument => {
  const { root } = boxScore ?? {}
  const box = root && toBoxScore(root)
  const sides = root && toSides(root)
  const game = toGame({
    ...event,
    // Right after the end the score may stand in the box score alone.
    score: {
      ...event.score,
      away: event.score?.away ?? toFinalScore(sides?.away),
      home: event.score?.home ?? toFinalScore(sides?.home),
    },
  })
  return withoutAbsent({
    ...game,
    ...box,
    boxScoreAsOf: boxScore?.boxScoreAsOf,
    boxScoreCompletedAt: boxScore?.boxScoreCompletedAt,
    boxScoreDueAt: boxScore?.boxScoreDueAt,
    situation: game.situation === undefined ? box?.situation : game.situation,
  })
}
