import type {
  CollegeGameDocument,
  CollegeGameStatsDocument,
} from '../../../../content/college/index.js'
import type { ResourceContext, StoredRecord } from '../../../../sdk/index.js'

import { LONGEST_INCOMPLETE_MS } from '../../games/boxScoreTimes.js'

/** Far more than a box score has players. */
const MOST_LINES = 1000

type FindLinesArgs = { gameId: string } & Pick<ResourceContext, 'stored'>

/** The stored lines of a game. Their ids begin with its own, which the database has an index for. */
export const findLines = async ({
  gameId,
  stored,
}: FindLinesArgs): Promise<StoredRecord<CollegeGameStatsDocument>[]> => {
  const prefix = `${gameId}:`
  const found = await stored.find<CollegeGameStatsDocument>({
    after: prefix,
    limit: MOST_LINES,
    resource: 'boxScores',
  })
  return found.filter(({ externalId }) => externalId.startsWith(prefix))
}

type AreLinesDueArgs = {
  game: StoredRecord<CollegeGameDocument>
} & Pick<ResourceContext, 'now' | 'stored'>

/**
 * Whether the game changed since its lines were read, or has none yet. While its box score is open
 * they are read each time: a player's numbers may arrive without a change of the game.
 */
export const areLinesDue = async ({
  game: { document, externalId, lastChangedAt },
  now,
  stored,
}: AreLinesDueArgs): Promise<boolean> => {
  // Tennis has no line score.
  if (!document.boxScore) {
    return false
  }
  const { boxScoreComplete, startsAt } = document
  const age = startsAt ? now.getTime() - Date.parse(startsAt) : 0
  if (boxScoreComplete !== true && age < LONGEST_INCOMPLETE_MS) {
    return true
  }
  const prefix = `${externalId}:`
  const isAny = async (lastSeenBefore?: Date): Promise<boolean> => {
    const [first] = await stored.find({
      after: prefix,
      ...(lastSeenBefore && { lastSeenBefore }),
      limit: 1,
      resource: 'boxScores',
    })
    return first?.externalId.startsWith(prefix) ?? false
  }
  return !(await isAny()) || (await isAny(lastChangedAt ? new Date(lastChangedAt) : undefined))
}
