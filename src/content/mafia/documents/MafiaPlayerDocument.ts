import type { Reference } from '../../../sdk/index.js'
import type { GAME_WINNERS, MAFIA_ROLES } from './MafiaGameDocument.js'

/** What a player did in one role, or in all of them. */
export type MafiaRoleFigures = {
  games?: null | number
  /** Percent of the games, from 0 to 100. */
  winPercent?: null | number
  wins?: null | number
}

/** A game in the history of a player. */
export type MafiaHistoryGame = {
  /** What the game did to the player's rating. */
  eloChange: null | number
  /** The number of the round in the tournament, from 1. */
  number: null | number
  role: (typeof MAFIA_ROLES)[number] | null
  /** From 1 to 10. */
  seat: null | number
  winner: (typeof GAME_WINNERS)[number] | null
}

/** A tournament in the history of a player, newest first. */
export type MafiaHistoryEntry = {
  city: null | string
  country: null | string
  /** What the tournament did to the player's rating. */
  eloChange: null | number
  /** `YYYY-MM-DD`. */
  endDate: null | string
  games: MafiaHistoryGame[]
  /** Points of the "global game" as the provider writes them: `0.00`. */
  globalGame: null | string
  /** How often each nomination was won, by the provider's name of it: `best_don_id`. */
  nominations: Record<string, number | string>
  /** The player's final rank, from 1. */
  place: null | number
  prize: null | number
  /** `YYYY-MM-DD`. */
  startDate: null | string
  title: null | string
  /** The provider's id of the tournament. */
  tournament: null | string
  /** `individual`, `team`, … as the provider says. */
  type: null | string
}

/** A mapped player, for the content collection `mafiaPlayers`. */
export type MafiaPlayerDocument = {
  averagePoints?: null | number
  city?: null | string
  club?: null | Reference
  country?: null | string
  /** The player's rating. */
  elo?: null | number
  /** How often the player was killed first. */
  firstKills?: null | number
  firstName?: null | string
  history?: MafiaHistoryEntry[] | null
  lastName?: null | string
  /** The year since when the player has been known to the provider. */
  memberSince?: null | number
  /** The nick. It is not unique. */
  name: string
  /** URL of the picture. */
  photo?: null | string
  /** How often the player came in first, second or third. */
  prizePlaces?: null | number
  /** The player's place in the rating, from 1. */
  rank?: null | number
  /** UTC. */
  registeredAt?: null | string
  /** The player's figures by role. */
  roles?: Partial<Record<(typeof MAFIA_ROLES)[number], MafiaRoleFigures>>
  /** Id of the player's page in the social network VK. */
  socialId?: null | string
  /** All figures as the provider has them. */
  statistics?: null | Record<string, unknown>
  total?: MafiaRoleFigures
  /** Tournaments in the player's history. */
  tournaments?: null | number
}
