import type { ResourceContext, Scope } from '../../../sdk/index.js'
import type { TeamDocument } from '../documents/index.js'

import { ResourceError } from '../../../sdk/index.js'

/** The squad of one team. */
export type SquadParams = {
  /** Whether it is a national team's: a player is in that squad and in the one of a club. */
  isNational: boolean
  kind: 'squad'
  teamId: number
}

type ListSquadScopesArgs = {
  /** The provider's label, for the message. */
  provider: string
  stored: ResourceContext['stored']
}

/**
 * A scope for the squad of each stored team. Players that leave a squad are not gone, so none of
 * them proves absence.
 *
 * @throws ResourceError when no team is stored
 */
export const listSquadScopes = async ({
  provider,
  stored,
}: ListSquadScopesArgs): Promise<Scope<SquadParams>[]> => {
  const teams = await stored.find<TeamDocument>({ resource: 'teams' })
  if (teams.length === 0) {
    throw new ResourceError(
      `${provider} players are read squad by squad, and no team is stored yet. ` +
        'Sync the resource "teams" first.',
    )
  }
  return teams.map(({ document: { name, isNational }, externalId }) => ({
    key: `team:${externalId}`,
    label: `Squad of ${name}`,
    params: { isNational: isNational === true, kind: 'squad', teamId: Number(externalId) },
  }))
}
