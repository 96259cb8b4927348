export type Outcome =
  '1B' | '2B' | '3B' | 'BB' | 'E' | 'F' | 'G' | 'GDP' | 'HBP' | 'HR' | 'K' | 'KL' | 'SF' | 'SH'

/** How often each comes, as shares of 1; what is left over are flies. */
export const OUTCOMES: readonly (readonly [Outcome, number])[] = [
  ['K', 0.13],
  ['KL', 0.05],
  ['BB', 0.09],
  ['HBP', 0.02],
  ['1B', 0.16],
  ['2B', 0.045],
  ['3B', 0.008],
  ['HR', 0.025],
  ['E', 0.02],
  ['SH', 0.03],
  ['G', 0.22],
]

export const WORDS: Readonly<Record<Outcome, string>> = {
  '1B': 'singled',
  '2B': 'doubled',
  '3B': 'tripled',
  BB: 'walked',
  E: 'reached on an error',
  F: 'flied out',
  G: 'grounded out',
  GDP: 'grounded into double play',
  HBP: 'hit by pitch',
  HR: 'homered',
  K: 'struck out swinging',
  KL: 'struck out looking',
  SF: 'flied out, sacrifice fly',
  SH: 'grounded out, sacrifice bunt',
}
