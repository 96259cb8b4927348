import type {
  BATTING,
  FIELDING,
  PITCHING,
  PITCHING_TOTALS,
} from '../../../content/college/index.js'

type Batting = (typeof BATTING)[number]
type Fielding = (typeof FIELDING)[number]
type Pitching = Exclude<(typeof PITCHING)[number] | (typeof PITCHING_TOTALS)[number], 'outs'>

/**
 * Names of the kit by the keys of totals. They surprise: `k` are strikeouts of a batter and `pk`
 * those of a pitcher, doubles are `dsk`, and what `p` stands before is a pitcher's.
 */
export const BATTING_NAMES: readonly (readonly [key: string, name: Batting])[] = [
  ['2b', 'doubles'],
  ['3b', 'triples'],
  ['ab', 'atBats'],
  ['avg', 'battingAverage'],
  ['bb', 'walks'],
  ['cs', 'caughtStealing'],
  // After `2b`, and so over it.
  ['dsk', 'doubles'],
  ['gdp', 'groundedIntoDoublePlay'],
  ['h', 'hits'],
  ['hbp', 'hitByPitch'],
  ['hr', 'homeRuns'],
  ['ibb', 'intentionalWalks'],
  ['k', 'strikeouts'],
  ['obp', 'onBasePercentage'],
  ['ops', 'onBasePlusSlugging'],
  ['r', 'runs'],
  ['rbi', 'runsBattedIn'],
  ['sb', 'stolenBases'],
  ['sf', 'sacrificeFlies'],
  ['sh', 'sacrificeHits'],
  ['slg', 'sluggingPercentage'],
]

export const PITCHING_NAMES: readonly (readonly [key: string, name: Pitching])[] = [
  ['er', 'earnedRuns'],
  ['era', 'earnedRunAverage'],
  ['pbb', 'walks'],
  ['pgp', 'appearances'],
  ['pgs', 'gamesStarted'],
  ['ph', 'hits'],
  ['phr', 'homeRuns'],
  ['pk', 'strikeouts'],
  ['pl', 'losses'],
  ['pr', 'runs'],
  ['pw', 'wins'],
  ['sv', 'saves'],
  ['whip', 'walksAndHitsPerInning'],
]

export const FIELDING_NAMES: readonly (readonly [key: string, name: Fielding])[] = [
  ['a', 'assists'],
  ['e', 'errors'],
  ['fpct', 'fieldingPercentage'],
  ['po', 'putouts'],
]
