/** What a batter did. */
export const BATTING = [
  'atBats',
  'runs',
  'hits',
  'doubles',
  'triples',
  'homeRuns',
  'runsBattedIn',
  'walks',
  'intentionalWalks',
  'strikeouts',
  'strikeoutsLooking',
  'hitByPitch',
  'sacrificeHits',
  'sacrificeFlies',
  'stolenBases',
  'caughtStealing',
  'pickedOff',
  'groundedIntoDoublePlay',
  'hitIntoDoublePlay',
  'hitIntoTriplePlay',
  'groundOuts',
  'flyOuts',
  'leftOnBase',
  'reachedOnError',
  'reachedOnFieldersChoice',
  'battingAverage',
  'onBasePercentage',
  'sluggingPercentage',
  'onBasePlusSlugging',
] as const

/** What a pitcher did. Innings are counted in `outs`: 17 for 5.2, which is five and two thirds. */
export const PITCHING = [
  'gamesStarted',
  'completeGames',
  'shutouts',
  'outs',
  'battersFaced',
  'atBats',
  'hits',
  'runs',
  'earnedRuns',
  'walks',
  'intentionalWalks',
  'strikeouts',
  'strikeoutsLooking',
  'doubles',
  'triples',
  'homeRuns',
  'hitBatters',
  'wildPitches',
  'balks',
  'sacrificeHits',
  'sacrificeFlies',
  'groundedIntoDoublePlay',
  'groundOuts',
  'flyOuts',
  'pickoffs',
  'catcherInterference',
  'pitches',
  'strikes',
  'saves',
  'walksAndHitsPerInning',
] as const

/** What only the totals of a pitcher tell. */
export const PITCHING_TOTALS = ['appearances', 'wins', 'losses', 'earnedRunAverage'] as const

/** What a fielder did. */
export const FIELDING = [
  'putouts',
  'assists',
  'errors',
  'passedBalls',
  'catcherInterference',
  'doublePlays',
  'triplePlays',
  'stolenBasesAllowed',
  'caughtStealing',
  'fieldingPercentage',
] as const

/** What a basketball player did. */
export const BASKETBALL = [
  'minutes',
  'points',
  'fieldGoalsMade',
  'fieldGoalsAttempted',
  'threePointersMade',
  'threePointersAttempted',
  'freeThrowsMade',
  'freeThrowsAttempted',
  'offensiveRebounds',
  'defensiveRebounds',
  'rebounds',
  'assists',
  'steals',
  'blocks',
  'turnovers',
  'personalFouls',
  'technicalFouls',
  'disqualifications',
] as const

/** What a player of soccer or field hockey did. */
export const SOCCER = [
  'minutes',
  'goals',
  'assists',
  'shots',
  'shotsOnGoal',
  'penalties',
  'redCards',
  'yellowCards',
  'greenCards',
  'fouls',
  'defensiveSaves',
  'goalkeeperMinutes',
  'goalsAgainst',
  'saves',
  'shotsFaced',
] as const

/** The numbers of each part of a line of stats, by the name of its group. */
export const STAT_GROUPS = {
  basketball: BASKETBALL,
  batting: BATTING,
  fielding: FIELDING,
  pitching: PITCHING,
  soccer: SOCCER,
} as const

/** A part of a line of stats. */
export type StatGroup = keyof typeof STAT_GROUPS

/** Numbers by name. One that is absent is not known yet; it never stands for 0. */
export type Stats<TName extends string> = { [Name in TName]?: null | number }
