import type { BASKETBALL, SOCCER } from '../../../../content/college/index.js'
import type { StatTable } from './StatTable.js'

/** Basketball. What is left out is not known: no recording shows whether it stands for 0. */
export const BASKETBALL_TABLES: readonly StatTable<(typeof BASKETBALL)[number]>[] = [
  {
    attributes: {
      ast: 'assists',
      blk: 'blocks',
      dq: 'disqualifications',
      dreb: 'defensiveRebounds',
      fga: 'fieldGoalsAttempted',
      fga3: 'threePointersAttempted',
      fgm: 'fieldGoalsMade',
      fgm3: 'threePointersMade',
      fta: 'freeThrowsAttempted',
      ftm: 'freeThrowsMade',
      min: 'minutes',
      oreb: 'offensiveRebounds',
      pf: 'personalFouls',
      stl: 'steals',
      tf: 'technicalFouls',
      to: 'turnovers',
      tp: 'points',
      treb: 'rebounds',
    },
    path: ['stats'],
  },
]

/** Soccer and field hockey. */
export const SOCCER_TABLES: readonly StatTable<(typeof SOCCER)[number]>[] = [
  {
    attributes: { a: 'assists', g: 'goals', sh: 'shots', sog: 'shotsOnGoal' },
    path: ['shots'],
  },
  {
    attributes: {
      count: 'penalties',
      fouls: 'fouls',
      green: 'greenCards',
      red: 'redCards',
      yellow: 'yellowCards',
    },
    path: ['penalty'],
  },
  { attributes: { dsave: 'defensiveSaves', minutes: 'minutes' }, path: ['misc'] },
  {
    attributes: {
      ga: 'goalsAgainst',
      minutes: 'goalkeeperMinutes',
      saves: 'saves',
      sf: 'shotsFaced',
    },
    path: ['goalie'],
  },
]
