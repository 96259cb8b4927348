import type { SeasonChoice } from '../options/seasonsRule.js'

/** What a choice between seasons needs to know. Dates are ISO 8601 of any length. */
export type SeasonCandidate = {
  endDate?: null | string | undefined
  isCurrent?: boolean | null | undefined
  /** The provider's own mark; where there is none, the last day tells. */
  isFinished?: boolean | null | undefined
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
  now: Date
  /**
   * What a number of the choice names: an id, or a year, which two seasons of a league may share.
   */
  numberOf: (season: TSeason) => number
  seasons: readonly TSeason[]
  wanted: SeasonChoice
  /** Whether the next season comes along as soon as it is listed. @default true */
  withNext?: boolean
}

/**
 * The seasons that a project asks for. A league may have two current seasons, then both count; of
 * one that has none, the newest by its dates. The next one comes along once the provider lists it:
 * its matches are known, and looked for, weeks before it is marked as current. Seasons of one
 * league with the same number belong together: where one is chosen, the other comes along.
 */
export const selectSeasons = <TSeason extends SeasonCandidate>({
  isCurrent = (season) => season.isCurrent === true,
  now,
  numberOf,
  seasons,
  wanted,
  withNext = true,
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
    const next = withNext ? findNext({ chosen, now, numberOf, seasons: ofLeague }) : []
    const numbers = new Set([...chosen, ...next].map(numberOf))
    return ofLeague.filter((season) => numbers.has(numberOf(season)))
  })
}

type FindNextArgs<TSeason extends SeasonCandidate> = {
  chosen: readonly TSeason[]
} & Pick<SelectSeasonsArgs<TSeason>, 'now' | 'numberOf' | 'seasons'>

/**
 * The first season behind those that are chosen which is not over, or the last one where all are:
 * then the mark of the current one was left standing.
 */
const findNext = <TSeason extends SeasonCandidate>({
  chosen,
  now,
  numberOf,
  seasons,
}: FindNextArgs<TSeason>): TSeason[] => {
  const [newest] = newestFirst(chosen, numberOf)
  const start = newest?.startDate?.slice(0, 10)
  const later = newestFirst(seasons, numberOf)
    .filter(({ startDate }) => start && startDate && startDate.slice(0, 10) > start)
    .toReversed()
  const next = later.find((season) => !isOver({ now, season })) ?? later.at(-1)
  return next ? [next] : []
}

type OfSeasonArgs = { now: Date; season: SeasonCandidate }

const isOver = ({ now, season: { endDate, isFinished } }: OfSeasonArgs): boolean =>
  isFinished ?? Boolean(endDate && endDate.slice(0, 10) < toToday(now))

/** Whether a season has not begun yet, so that nothing may be known of it. */
export const isAhead = ({ now, season: { startDate } }: OfSeasonArgs): boolean =>
  Boolean(startDate && startDate.slice(0, 10) > toToday(now))

const toToday = (now: Date): string => now.toISOString().slice(0, 10)

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

/** Whether this is a day of the season. One without an end, or without a beginning, is not told. */
export const isUnderWay = ({ now, season: { endDate, startDate } }: OfSeasonArgs): boolean => {
  const today = toToday(now)
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
