import type { SportmonksSettings } from '../resolveOptions.js'

/** What a choice between seasons needs to know. Dates are ISO 8601 of any length. */
export type SeasonCandidate = {
  endDate?: null | string | undefined
  id: number
  isCurrent?: boolean | null | undefined
  leagueId: number | undefined
  startDate?: null | string | undefined
}

type SelectSeasonsArgs<TSeason extends SeasonCandidate> = {
  seasons: readonly TSeason[]
  wanted: SportmonksSettings['seasons']
}

/**
 * The seasons that the option asks for. A league may have two current seasons, then both count; of
 * one that has none (12 of 112 leagues, seen in recordings) the newest by its dates.
 */
export const selectSeasons = <TSeason extends SeasonCandidate>({
  seasons,
  wanted,
}: SelectSeasonsArgs<TSeason>): TSeason[] => {
  if (wanted === 'all') {
    return [...seasons]
  }
  if (wanted !== 'current') {
    return seasons.filter(({ id }) => wanted.includes(id))
  }
  const byLeague = new Map<number | undefined, TSeason[]>()
  for (const season of seasons) {
    byLeague.set(season.leagueId, [...(byLeague.get(season.leagueId) ?? []), season])
  }
  return [...byLeague.values()].flatMap((ofLeague) => {
    const current = ofLeague.filter(({ isCurrent }) => isCurrent)
    return current.length > 0 ? current : ofLeague.toSorted(newestFirst).slice(0, 1)
  })
}

/** Orders seasons by their dates; those without any come last. */
export const newestFirst = (a: SeasonCandidate, b: SeasonCandidate): number =>
  compare(b.startDate ?? '', a.startDate ?? '') ||
  compare(b.endDate ?? '', a.endDate ?? '') ||
  b.id - a.id

const compare = (a: string, b: string): number => {
  if (a === b) {
    return 0
  }
  return a < b ? -1 : 1
}
