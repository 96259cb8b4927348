/** Innings as scorers write them: `5.2` are five innings and two outs. */
const INNINGS = /^(\d+)(?:\.([012]))?$/

/**
 * Innings pitched as a number of outs, which is exact: `5.2` are 17. `null` for text that is none,
 * such as `5.5`.
 */
export const toOuts = (innings: string): null | number => {
  const [, whole, thirds = '0'] = INNINGS.exec(innings.trim()) ?? []
  return whole === undefined ? null : Number(whole) * 3 + Number(thirds)
}

/** A number of outs as innings, as scorers write them: 17 are `5.2`. */
export const toInnings = (outs: number): string => `${Math.floor(outs / 3)}.${outs % 3}`
