import type { SeasonChoice } from '../options/seasonsRule.js'

/** What a choice between seasons needs to know. Dates are ISO 8601 of any length. */
export type SeasonCandidate = {
  endDate?: null | string | undefined
  isCurrent?: boolean | null | undefined
  leagueId: string | undefined
  startDate?: null | string | undefined
}

type SelectSeasonsArgs<TSeason extends SeasonCandidate> = {
  /**
   * Whether a season is one of the current ones of its league. Take `isUnderWay` along where the
   * provider's own mark is unreliable.
   *
   * @default what the provider marks
   */
  isCurrent?: (season: TSeason) => boolean
  /**
   * What a number of the choice names: an id, or a year, which two seasons of a league may share.
   */
  numberOf: (season: TSeason) => number
  seasons: readonly TSeason[]
  wanted: SeasonChoice
}

/**
 * The seasons that a project asks for. A league may have two current seasons, then both count; of
 * one that has none, the newest by its dates. Seasons of one league with the same number belong
 * together: where one is chosen, the other comes along.
 */
export const selectSeasons = <TSeason extends SeasonCandidate>({
  isCurrent = (season) => season.isCurrent === true,
  numberOf,
  seasons,
  wanted,
}: SelectSeasonsArgs<TSeason>): TSeason[] => {
  if (wanted === 'all') {
    return [...seasons]
  }
  if (wanted !== 'current') {
    return seasons.filter((season) => wanted.includes(numberOf(season)))
  }
  const byLeague = new Map<string | undefined, TSeason[]>()
  for (const season of seasons) {
    byLeague.set(season.leagueId, [...(byLeague.get(season.leagueId) ?? []), season])
  }
  return [...byLeague.values()].flatMap((ofLeague) => {
    const current = ofLeague.filter(isCurrent)
    const chosen = current.length > 0 ? current : newestFirst(ofLeague, numberOf).slice(0, 1)
    const numbers = new Set(chosen.map(numberOf))
    return ofLeague.filter((season) => numbers.has(numberOf(season)))
  })
}

/**
 * Seasons by their dates, the newest first. Those without any come last, then the number decides.
 */
export const newestFirst = <TSeason extends SeasonCandidate>(
  seasons: readonly TSeason[],
  numberOf: (season: TSeason) => number,
): TSeason[] =>
  seasons.toSorted(
    (a, b) =>
      compare(b.startDate ?? '', a.startDate ?? '') ||
      compare(b.endDate ?? '', a.endDate ?? '') ||
      numberOf(b) - numberOf(a),
  )

type IsUnderWayArgs = { now: Date; season: SeasonCandidate }

/** Whether this is a day of the season. One without an end, or without a beginning, is not told. */
export const isUnderWay = ({ now, season: { endDate, startDate } }: IsUnderWayArgs): boolean => {
  const today = now.toISOString().slice(0, 10)
  return Boolean(
    startDate && endDate && startDate.slice(0, 10) <= today && today <= endDate.slice(0, 10),
  )
}

const compare = (a: string, b: string): number => {
  if (a === b) {
    return 0
  }
  return a < b ? -1 : 1
}
