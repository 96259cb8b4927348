import { z } from 'zod'

import type { ResourceContext, XmlElement } from '../../../sdk/index.js'

import { isSyncError } from '../../../sdk/index.js'
import { parseBoxScore } from './parseBoxScore.js'

/** Fifty times what a long game of baseball has. */
const MAX_BYTES = 5_000_000

/** The XML is a text in JSON; where there are no stats yet it is empty or absent. */
const answerSchema = z.looseObject({
  data: z.union([z.string(), z.looseObject({ xml: z.string().nullish() })]).nullable(),
})

type FetchBoxScoreArgs = {
  gameId: string
  /** Id of the home team, which a game that is on is asked for by. */
  homeTeamId: string | undefined
  isOver: boolean
} & Pick<ResourceContext, 'http' | 'signal'>

/**
 * The box score of a game, or `null` where there is none yet: status 404 says that nobody has begun
 * to score it, and right after the end stats come in steps.
 *
 * @throws InvalidAnswerError for XML that cannot or must not be read
 */
export const fetchBoxScore = async ({
  gameId,
  homeTeamId,
  http,
  isOver,
  signal,
}: FetchBoxScoreArgs): Promise<null | XmlElement> => {
  const path = `/events/${encodeURIComponent(gameId)}`
  const isLive = !isOver && homeTeamId !== undefined
  const xml = await read(() =>
    http.get(isLive ? `${path}/livestats` : `${path}/stats`, {
      maxBytes: MAX_BYTES,
      ...(isLive && { query: { h: homeTeamId } }),
      schema: answerSchema,
      signal,
    }),
  )
  return xml === null ? null : await parseBoxScore(xml)
}

const read = async (ask: () => Promise<z.output<typeof answerSchema>>): Promise<null | string> => {
  try {
    const { data } = await ask()
    const xml = typeof data === 'string' ? data : data?.xml
    return xml?.trim() ? xml : null
  } catch (error) {
    if (isSyncError(error, 'NOT_FOUND')) {
      return null
    }
    throw error
  }
}
