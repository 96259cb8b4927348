import type { BATTING, FIELDING, PITCHING } from '../../../../content/college/index.js'
import type { StatTable } from './StatTable.js'

type Batting = (typeof BATTING)[number]
type Fielding = (typeof FIELDING)[number]
type Pitching = Exclude<(typeof PITCHING)[number], 'outs'>

const HITS = {
  ab: 'atBats',
  bb: 'walks',
  cs: 'caughtStealing',
  double: 'doubles',
  fly: 'flyOuts',
  gdp: 'groundedIntoDoublePlay',
  ground: 'groundOuts',
  h: 'hits',
  hbp: 'hitByPitch',
  hitdp: 'hitIntoDoublePlay',
  hittp: 'hitIntoTriplePlay',
  hr: 'homeRuns',
  ibb: 'intentionalWalks',
  kl: 'strikeoutsLooking',
  picked: 'pickedOff',
  r: 'runs',
  rbi: 'runsBattedIn',
  sb: 'stolenBases',
  sf: 'sacrificeFlies',
  sh: 'sacrificeHits',
  so: 'strikeouts',
  triple: 'triples',
} as const satisfies Record<string, Batting>

const SITUATIONS = {
  lob: 'leftOnBase',
  rcherr: 'reachedOnError',
  rchfc: 'reachedOnFieldersChoice',
} as const satisfies Record<string, Batting>

const THROWS = {
  ab: 'atBats',
  bb: 'walks',
  bf: 'battersFaced',
  bk: 'balks',
  cg: 'completeGames',
  cia: 'catcherInterference',
  double: 'doubles',
  er: 'earnedRuns',
  fly: 'flyOuts',
  gdp: 'groundedIntoDoublePlay',
  ground: 'groundOuts',
  gs: 'gamesStarted',
  h: 'hits',
  hbp: 'hitBatters',
  hr: 'homeRuns',
  ibb: 'intentionalWalks',
  kl: 'strikeoutsLooking',
  picked: 'pickoffs',
  r: 'runs',
  save: 'saves',
  sfa: 'sacrificeFlies',
  sha: 'sacrificeHits',
  sho: 'shutouts',
  so: 'strikeouts',
  triple: 'triples',
  wp: 'wildPitches',
} as const satisfies Record<string, Pitching>

const CATCHES = {
  a: 'assists',
  ci: 'catcherInterference',
  csb: 'caughtStealing',
  e: 'errors',
  indp: 'doublePlays',
  intp: 'triplePlays',
  pb: 'passedBalls',
  po: 'putouts',
  sba: 'stolenBasesAllowed',
} as const satisfies Record<string, Fielding>

/** Baseball and softball. An attribute that is left out stands for 0, except for rates and pitches. */
export const BATTING_TABLES: readonly StatTable<Batting>[] = [
  {
    attributes: {
      ...HITS,
      avg: 'battingAverage',
      obp: 'onBasePercentage',
      ops: 'onBasePlusSlugging',
      slg: 'sluggingPercentage',
    },
    core: ['ab'],
    counts: Object.keys(HITS),
    path: ['hitting'],
  },
  { attributes: SITUATIONS, path: ['hsitsummary'] },
]

export const PITCHING_TABLES: readonly StatTable<Pitching>[] = [
  {
    attributes: {
      ...THROWS,
      pitches: 'pitches',
      strikes: 'strikes',
      whip: 'walksAndHitsPerInning',
    },
    core: ['ip'],
    counts: Object.keys(THROWS),
    path: ['pitching'],
  },
]

export const FIELDING_TABLES: readonly StatTable<Fielding>[] = [
  { attributes: CATCHES, core: ['po'], counts: Object.keys(CATCHES), path: ['fielding'] },
]
