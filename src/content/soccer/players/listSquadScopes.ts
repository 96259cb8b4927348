import type { ResourceContext, Scope, StoredRecord } from '../../../sdk/index.js'
import type { MatchDocument, TeamDocument } from '../documents/index.js'

import { referencedId, ResourceError } from '../../../sdk/index.js'

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
 * A scope for the squad of each stored team that is one: placeholders have none. Players that leave
 * a squad are not gone, so none of them proves absence.
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
  const idle = await findIdle({ stored, teams })
  const clubs = teams.filter(
    ({ document: { isPlaceholder }, externalId }) => !isPlaceholder && !idle.has(externalId),
  )
  return clubs.map(({ document: { name, isNational }, externalId }) => ({
    key: `team:${externalId}`,
    label: `Squad of ${name}`,
    params: { isNational: isNational === true, kind: 'squad', teamId: Number(externalId) },
  }))
}

type FindIdleArgs = { teams: readonly StoredRecord<TeamDocument>[] } & Pick<
  ResourceContext,
  'stored'
>

/**
 * Ids of the teams that were only made because a match pointed to them, and that none does any
 * more: placeholders that an earlier version took for clubs.
 */
const findIdle = async ({ stored, teams }: FindIdleArgs): Promise<Set<string>> => {
  const stubs = teams.filter(({ isStub }) => isStub).map(({ externalId }) => externalId)
  if (stubs.length === 0) {
    return new Set()
  }
  const playing = new Set<string | undefined>()
  for (const side of ['homeTeam', 'awayTeam'] as const) {
    const where = { [side]: stubs }
    const found = await stored.find<MatchDocument>({ resource: 'matches', where })
    found.forEach(({ document }) => playing.add(referencedId(document[side])))
  }
  return new Set(stubs.filter((id) => !playing.has(id)))
}
