import type { ResourceContext } from '../../../sdk/index.js'
import type { LeagueDocument, SeasonDocument } from '../documents/index.js'
import type { SeasonCandidate } from './selectSeasons.js'

import { referencedId } from '../../../sdk/index.js'

/** A season that earlier runs stored, with what a choice between them needs to know. */
export type StoredSeason = {
  externalId: string
  /** For people: `Premier League 2024/2025`. */
  label: string
  year: null | number | undefined
} & SeasonCandidate

type FindStoredSeasonsArgs = {
  stored: ResourceContext['stored']
  /** @default all */
  years?: readonly number[]
}

/** The seasons earlier runs stored, ordered by their external id as text. */
export const findStoredSeasons = async ({
  stored,
  years,
}: FindStoredSeasonsArgs): Promise<StoredSeason[]> => {
  const leagues = await stored.find<LeagueDocument>({ resource: 'leagues' })
  const names = new Map(leagues.map(({ document, externalId }) => [externalId, document.name]))
  const seasons = await stored.find<SeasonDocument>({
    resource: 'seasons',
    ...(years && { where: { year: years } }),
  })
  return seasons.map(({ document, externalId }) => {
    const { name, endDate, isCurrent, isFinished, startDate, year } = document
    const leagueId = referencedId(document.league)
    const league = leagueId === undefined ? '' : (names.get(leagueId) ?? `League ${leagueId}`)
    return {
      endDate,
      externalId,
      isCurrent,
      isFinished,
      label: `${league} ${name}`.trim(),
      leagueId,
      startDate,
      year,
    }
  })
}

type FindSeasonsInScopeArgs = {
  /** What the provider lists and the project asks for. */
  selected: readonly { externalId: string }[]
  stored: ResourceContext['stored']
}

/**
 * External ids of the seasons that a sync of seasons keeps: those that are asked for, and beside
 * them every season that is stored already. Otherwise last year's would stay "current" for ever.
 */
export const findSeasonsInScope = async ({
  selected,
  stored,
}: FindSeasonsInScopeArgs): Promise<Set<string>> => {
  const known = await stored.find({ resource: 'seasons' })
  return new Set([...selected, ...known].map(({ externalId }) => externalId))
}
