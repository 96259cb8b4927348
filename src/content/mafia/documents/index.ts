export type { MafiaClubDocument } from './MafiaClubDocument.js'
export type { MafiaGameDocument, MafiaSeat } from './MafiaGameDocument.js'
export { GAME_WINNERS, MAFIA_ROLES } from './MafiaGameDocument.js'
export type {
  MafiaHistoryEntry,
  MafiaHistoryGame,
  MafiaPlayerDocument,
  MafiaRoleFigures,
} from './MafiaPlayerDocument.js'
export type { MafiaTournamentDocument, MafiaTournamentResult } from './MafiaTournamentDocument.js'
export { TOURNAMENT_STATES } from './MafiaTournamentDocument.js'
