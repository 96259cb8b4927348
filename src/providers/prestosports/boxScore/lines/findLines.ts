import type {
  CollegeGameDocument,
  CollegeGameStatsDocument,
} from '../../../../content/college/index.js'
import type { ResourceContext, StoredRecord } from '../../../../sdk/index.js'

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

type AreLinesDueArgs = { game: StoredRecord<CollegeGameDocument> } & Pick<ResourceContext, 'stored'>

/** Whether the game changed since its lines were read, or has none yet. */
export const areLinesDue = async ({
  game: { document, externalId, lastChangedAt },
  stored,
}: AreLinesDueArgs): Promise<boolean> => {
  if (!document.lineScore) {
    return false
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
