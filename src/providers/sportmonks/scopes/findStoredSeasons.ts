import type { LeagueDocument, SeasonDocument } from '../../../content/soccer/index.js'
import type { ResourceContext } from '../../../sdk/index.js'

import { referencedId } from './referencedId.js'

type FindStoredSeasonsArgs = Pick<ResourceContext, 'stored'>

/** The seasons earlier runs stored, with what a choice between them needs to know. */
export const findStoredSeasons = async ({ stored }: FindStoredSeasonsArgs) => {
  const leagues = await stored.find<LeagueDocument>({ resource: 'leagues' })
  const names = new Map(
    leagues.map(({ document, externalId }) => [Number(externalId), document.name]),
  )
  const seasons = await stored.find<SeasonDocument>({ resource: 'seasons' })
  return seasons.map(({ document, externalId }) => {
    const leagueId = referencedId(document.league)
    const league = leagueId === undefined ? undefined : names.get(leagueId)
    return {
      id: Number(externalId),
      endDate: document.endDate,
      isCurrent: document.isCurrent,
      label: league ? `${league} ${document.name}` : document.name,
      leagueId,
      startDate: document.startDate,
    }
  })
}
