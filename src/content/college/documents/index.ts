export type {
  CollegePlayerDocument,
  CollegeTeamDocument,
  SeasonStatsKind,
} from './CollegeDocuments.js'
export { SEASON_STATS_KINDS } from './CollegeDocuments.js'
export type {
  BoxScoreDocument,
  CollegeGameDocument,
  GameLine,
  GamePlay,
  GameSituation,
  GameState,
  LineScorePeriod,
  LineScoreSide,
  Side,
  TotalsOfSide,
} from './CollegeGameDocument.js'
export { GAME_FLAGS, GAME_RANKS, GAME_STATES, SIDES } from './CollegeGameDocument.js'
export type {
  CollegeGameStatsDocument,
  CollegeSeasonStatsDocument,
  GamePitching,
} from './StatsDocuments.js'
export { DECISIONS } from './StatsDocuments.js'
