import type { LeagueDocument } from '../../../content/soccer/index.js'
import type { ResourceContext } from '../../../sdk/index.js'
import type { SportmonksSettings } from '../resolveOptions.js'

import { ResourceError } from '../../../shared/errors/index.js'

type LeagueInScope = { id: number; name: string }

type ListLeaguesArgs = {
  leagues: SportmonksSettings['leagues']
  /** The resource that needs them, for the message: `seasons`. */
  neededBy: string
  stored: ResourceContext['stored']
}

/**
 * The leagues to read something of: those of the option, else all that are stored.
 *
 * @throws ResourceError when the option names none and none is stored
 */
export const listLeagues = async ({
  leagues,
  neededBy,
  stored,
}: ListLeaguesArgs): Promise<LeagueInScope[]> => {
  const found = await stored.find<LeagueDocument>({ resource: 'leagues' })
  const names = new Map(
    found.map(({ document, externalId }) => [Number(externalId), document.name]),
  )
  if (!leagues && names.size === 0) {
    throw new ResourceError(
      `Sportmonks ${neededBy} are read league by league, and no league is stored yet. ` +
        'Sync the resource "leagues" first.',
    )
  }
  return (leagues ?? [...names.keys()]).map((id) => ({ id, name: names.get(id) ?? `League ${id}` }))
}
