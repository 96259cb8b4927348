import type { LeagueDocument, SeasonDocument } from '../../../content/soccer/index.js'
import type { ResourceContext } from '../../../sdk/index.js'
import type { StoredSeason } from './StoredSeason.js'

import { referencedId } from './referencedId.js'

type FindStoredSeasonsArgs = {
  /** @default all */
  years?: readonly number[]
} & Pick<ResourceContext, 'stored'>

/** The seasons earlier runs stored. */
export const findStoredSeasons = async ({
  stored,
  years,
}: FindStoredSeasonsArgs): Promise<StoredSeason[]> => {
  const leagues = await stored.find<LeagueDocument>({ resource: 'leagues' })
  const names = new Map(
    leagues.map(({ document, externalId }) => [Number(externalId), document.name]),
  )
  const seasons = await stored.find<SeasonDocument>({
    resource: 'seasons',
    ...(years && { where: { year: years } }),
  })
  return seasons.flatMap(({ document, externalId }) => {
    const leagueId = referencedId(document.league)
    const { endDate, isCurrent, startDate, year } = document
    if (leagueId === undefined || typeof year !== 'number' || !startDate) {
      return []
    }
    return [
      {
        id: externalId,
        end: endDate?.slice(0, 10) ?? null,
        isCurrent: isCurrent === true,
        label: `${names.get(leagueId) ?? `League ${leagueId}`} ${document.name}`,
        leagueId,
        start: startDate.slice(0, 10),
        year,
      },
    ]
  })
}
