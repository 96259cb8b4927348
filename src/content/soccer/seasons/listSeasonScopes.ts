import type { JsonObject, ResourceContext, Scope } from '../../../sdk/index.js'
import type { StoredSeason } from './findStoredSeasons.js'

import { NotFoundError, ResourceError } from '../../../sdk/index.js'
import { isOfLeagues } from '../leagues/isOfLeagues.js'
import { findStoredSeasons } from './findStoredSeasons.js'

/** What is read season by season: one season, or the failure that a league has none stored. */
export type SeasonParams<TSeason extends JsonObject> =
  { kind: 'noSeason'; leagueId: number } | ({ kind: 'season' } & TSeason)

/** Which of the stored seasons are wanted. */
export type SelectStoredSeasonsArgs = {
  /** The leagues a project asks for. @default all */
  leagues: readonly number[] | undefined
  /** The resource that needs them, for the message: `teams`. */
  neededBy: string
  /** The provider's label, for the message. */
  provider: string
  /** Chooses among the stored seasons of the leagues in scope. */
  select: (seasons: readonly StoredSeason[]) => StoredSeason[]
  stored: ResourceContext['stored']
}

/**
 * The stored seasons that a project asks for.
 *
 * @throws ResourceError when none is stored at all
 */
export const selectStoredSeasons = async ({
  leagues,
  neededBy,
  provider,
  select,
  stored,
}: SelectStoredSeasonsArgs): Promise<StoredSeason[]> => {
  const seasons = await findStoredSeasons({ stored })
  if (seasons.length === 0) {
    throw new ResourceError(
      `${provider} ${neededBy} are read season by season, and no season is stored yet. ` +
        'Sync the resource "seasons" first.',
    )
  }
  return select(seasons.filter(({ leagueId }) => isOfLeagues({ leagueId, leagues })))
}

type ListSeasonScopesArgs<TSeason extends JsonObject> = {
  provesAbsence: boolean
  /** One scope for each answer of the provider; that may be one for several seasons. */
  toScopes: (seasons: readonly StoredSeason[]) => Scope<SeasonParams<TSeason>>[]
} & SelectStoredSeasonsArgs

/**
 * The scopes of what is read season by season. A league that is asked for and has no season gets a
 * scope that fails, so that a run which could not read it does not end as complete.
 *
 * @throws ResourceError when no season is stored at all
 */
export const listSeasonScopes = async <TSeason extends JsonObject>({
  provesAbsence,
  toScopes,
  ...args
}: ListSeasonScopesArgs<TSeason>): Promise<Scope<SeasonParams<TSeason>>[]> => {
  const seasons = await selectStoredSeasons(args)
  const lacking = (args.leagues ?? []).filter(
    (id) => !seasons.some(({ leagueId }) => leagueId === String(id)),
  )
  return [
    ...toScopes(seasons).map((scope) => ({ ...scope, provesAbsence })),
    ...lacking.map((leagueId): Scope<SeasonParams<TSeason>> => ({
      key: `league:${leagueId}`,
      label: `League ${leagueId} (no season stored)`,
      params: { kind: 'noSeason', leagueId },
    })),
  ]
}

/**
 * The season a scope stands for.
 *
 * @throws NotFoundError for a league that is asked for and has no season in scope
 */
export const getSeasonOf = <TSeason extends JsonObject>(
  scope: SeasonParams<TSeason>,
): { kind: 'season' } & TSeason => {
  if (scope.kind === 'noSeason') {
    throw new NotFoundError(
      `No season of league ${scope.leagueId} that the options ask for is stored, so nothing of it ` +
        'could be read. Sync the resource "seasons"; other leagues are not affected.',
    )
  }
  return scope
}
