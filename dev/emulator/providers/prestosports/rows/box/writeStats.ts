import type { Stats } from '../../../../world/college/game/Box.js'

/** Attributes in the order of the scorer's program. */
export const HITTING =
  'ab r h rbi double triple hr bb sb cs hbp sh sf so gdp ibb picked ground fly kl'
export const PITCHING =
  'ab bb bf bk double er fly ground h hbp hr ibb kl r so triple wp picked sha sfa gdp pitches strikes'
export const FIELDING = 'po a e pb ci indp'

/** Everything that is named, also what nobody did. */
export const whole = (stats: Stats, names: string): Record<string, string> =>
  Object.fromEntries(names.split(' ').map((name) => [name, String(stats[name] ?? 0)]))

/** Players name some always and the others only when there is something to tell. */
export const sparse = (stats: Stats, names: string, always: string): Record<string, string> =>
  Object.fromEntries(
    names
      .split(' ')
      .filter((name) => always.split(' ').includes(name) || (stats[name] ?? 0) > 0)
      .map((name) => [name, String(stats[name] ?? 0)]),
  )
