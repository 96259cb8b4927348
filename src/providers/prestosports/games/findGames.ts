import type { CollegeGameDocument, GameState } from '../../../content/college/index.js'
import type { FindStoredArgs, ResourceContext, StoredRecord } from '../../../sdk/index.js'

type FindGamesArgs = {
  /** Ids of the teams of a connection: other connections store games here too. */
  teamIds: readonly string[]
} & { states?: readonly GameState[] } & Partial<Omit<FindStoredArgs, 'resource' | 'where'>> &
  Pick<ResourceContext, 'stored'>

/** Stored games of these teams, at home or away. */
export const findGames = async ({
  states,
  stored,
  teamIds,
  ...rest
}: FindGamesArgs): Promise<StoredRecord<CollegeGameDocument>[]> => {
  const found = new Map<string, StoredRecord<CollegeGameDocument>>()
  for (const side of ['homeTeam', 'awayTeam']) {
    const games = await stored.find<CollegeGameDocument>({
      ...rest,
      resource: 'matches',
      where: { [side]: teamIds, ...(states && { state: states }) },
    })
    games.forEach((game) => found.set(game.externalId, game))
  }
  return [...found.values()]
}
