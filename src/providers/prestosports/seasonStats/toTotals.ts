import { z } from 'zod'

import type { CollegeSeasonStatsDocument } from '../../../content/college/index.js'

import { toInnings, toOuts } from '../../../content/college/index.js'
import { withoutAbsent } from '../../../sdk/index.js'
import { toNumber } from '../values/values.js'
import { BATTING_NAMES, FIELDING_NAMES, PITCHING_NAMES } from './STAT_NAMES.js'

/** Totals as they are sent: everything is text, `"-"` and what is absent are nothing. */
export const statsSchema = z.record(z.string(), z.json())

type SentStats = z.output<typeof statsSchema>

/** What totals become, of a team, a player or a career. */
export type Totals = Pick<
  CollegeSeasonStatsDocument,
  'batting' | 'fielding' | 'gamesPlayed' | 'gamesStarted' | 'pitching'
>

/** The totals of a stretch of games. A key that was not sent leaves its field alone. */
export const toTotals = (stats: SentStats): Totals =>
  withoutAbsent({
    batting: pick(stats, BATTING_NAMES),
    fielding: pick(stats, FIELDING_NAMES),
    gamesPlayed: read(stats.gp),
    gamesStarted: read(stats.gs),
    pitching: withInnings(stats),
  })

/** `null` for what is sent as nothing; `undefined` for what is not sent. */
const read = (value: unknown): null | number | undefined =>
  value === undefined
    ? undefined
    : typeof value === 'number'
      ? value
      : typeof value === 'string'
        ? toNumber(value)
        : null

const pick = <TName extends string>(
  stats: SentStats,
  names: readonly (readonly [key: string, name: TName])[],
): { [Name in TName]?: null | number } | undefined => {
  const found = names.flatMap(([key, name]) => {
    const value = read(stats[key])
    return value === undefined ? [] : [[name, value] as const]
  })
  return found.length > 0
    ? (Object.fromEntries(found) as { [Name in TName]?: null | number })
    : undefined
}

const withInnings = (stats: SentStats): Totals['pitching'] => {
  const pitching = pick(stats, PITCHING_NAMES)
  const { ip } = stats
  if (typeof ip !== 'string' && typeof ip !== 'number') {
    return pitching
  }
  const outs = toOuts(String(ip))
  return { ...pitching, inningsPitched: outs === null ? null : String(ip).trim(), outs }
}

/** Rates do not add up. */
const NO_COUNTS = new Set([
  'battingAverage',
  'earnedRunAverage',
  'fieldingPercentage',
  'onBasePercentage',
  'onBasePlusSlugging',
  'sluggingPercentage',
  'walksAndHitsPerInning',
])

/**
 * The totals of several seasons: counts added up, innings in thirds, and the rates that follow from
 * them. What no season has is not there.
 */
export const addTotals = (seasons: readonly Totals[]): Totals => {
  const batting = addGroups(seasons.map((season) => season.batting))
  const fielding = addGroups(seasons.map((season) => season.fielding))
  const pitching = addGroups(seasons.map((season) => season.pitching))
  const { outs } = pitching
  return withoutAbsent({
    batting: orAbsent({
      ...batting,
      ...rate({ name: 'battingAverage', of: batting.atBats, part: batting.hits }),
    }),
    fielding: orAbsent(fielding),
    gamesPlayed: add(seasons.map((season) => season.gamesPlayed)),
    gamesStarted: add(seasons.map((season) => season.gamesStarted)),
    pitching: orAbsent({
      ...pitching,
      ...(outs !== undefined && { inningsPitched: toInnings(outs) }),
      ...rate({
        name: 'earnedRunAverage',
        digits: 2,
        of: outs,
        part: pitching.earnedRuns === undefined ? undefined : pitching.earnedRuns * 27,
      }),
    }),
  })
}

type Group = Record<string, null | number | string | undefined> | undefined

const addGroups = (groups: readonly Group[]): Record<string, number> => {
  const names = new Set(groups.flatMap((group) => Object.keys(group ?? {})))
  return Object.fromEntries(
    [...names].flatMap((name) => {
      const sum = NO_COUNTS.has(name) ? undefined : add(groups.map((group) => group?.[name]))
      return sum === undefined ? [] : [[name, sum]]
    }),
  )
}

const add = (values: readonly (null | number | string | undefined)[]): number | undefined => {
  const numbers = values.filter((value) => typeof value === 'number')
  return numbers.length > 0 ? numbers.reduce((a, b) => a + b, 0) : undefined
}

const orAbsent = <TGroup extends object>(group: TGroup): TGroup | undefined =>
  Object.keys(group).length > 0 ? group : undefined

type RateArgs = {
  /** Places behind the point. @default 3 */
  digits?: number
  name: string
  of: number | undefined
  part: number | undefined
}

const rate = ({ name, digits = 3, of, part }: RateArgs): Record<string, number> =>
  of && part !== undefined ? { [name]: Number((part / of).toFixed(digits)) } : {}
