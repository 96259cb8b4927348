import type { ApiFootballSettings } from '../resolveOptions.js'
import type { SeasonSpan } from './SeasonSpan.js'

/** What a choice between seasons needs to know. */
export type SeasonCandidate = {
  isCurrent: boolean
  leagueId: number
  year: number
} & Pick<SeasonSpan, 'end' | 'start'>

type SelectSeasonsArgs<TSeason extends SeasonCandidate> = {
  now: Date
  seasons: readonly TSeason[]
  wanted: ApiFootballSettings['seasons']
}

/**
 * The seasons that the option asks for. "Current" are those the provider marks, which may be two or
 * long over, and those under way by their dates; of a league that has neither, the newest. The other
 * season of the same year comes along, because the provider answers with the matches of both.
 */
export const selectSeasons = <TSeason extends SeasonCandidate>({
  now,
  seasons,
  wanted,
}: SelectSeasonsArgs<TSeason>): TSeason[] => {
  if (wanted === 'all') {
    return [...seasons]
  }
  if (wanted !== 'current') {
    return seasons.filter(({ year }) => wanted.includes(year))
  }
  const today = now.toISOString().slice(0, 10)
  const isUnderWay = ({ end, start }: TSeason): boolean =>
    start <= today && end !== null && today <= end
  const byLeague = new Map<number, TSeason[]>()
  for (const season of seasons) {
    byLeague.set(season.leagueId, [...(byLeague.get(season.leagueId) ?? []), season])
  }
  return [...byLeague.values()].flatMap((ofLeague) => {
    const current = ofLeague.filter((season) => season.isCurrent || isUnderWay(season))
    const chosen = current.length > 0 ? current : ofLeague.toSorted(newestFirst).slice(0, 1)
    return ofLeague.filter(({ year }) => chosen.some((season) => season.year === year))
  })
}

const newestFirst = (a: SeasonCandidate, b: SeasonCandidate): number => {
  if (a.start === b.start) {
    return b.year - a.year
  }
  return a.start < b.start ? 1 : -1
}
