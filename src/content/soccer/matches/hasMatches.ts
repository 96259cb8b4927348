import type { ResourceContext } from '../../../sdk/index.js'

type HasMatchesArgs = {
  /** External id of a season. */
  season: string
} & Pick<ResourceContext, 'stored'>

/** Whether matches of a season are stored, so that it has teams as well. */
export const hasMatches = async ({ season, stored }: HasMatchesArgs): Promise<boolean> => {
  const found = await stored.find({ limit: 1, resource: 'matches', where: { season: [season] } })
  return found.length > 0
}
