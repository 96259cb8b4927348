import type { Reference } from '../../../sdk/index.js'

/** What a player can be dealt: `citizen` is the town's, `don` leads the mafia. */
export const MAFIA_ROLES = ['citizen', 'mafia', 'don', 'sheriff'] as const

/** Who can win a game. */
export const GAME_WINNERS = ['city', 'mafia', 'draw'] as const

/** One of the ten seats of a game. */
export type MafiaSeat = {
  /** The player's rating after the game. */
  elo: null | number
  /** What the game did to the player's rating. */
  eloChange: null | number
  /** The player's nick as it stood then. */
  name: null | string
  /** The provider's id of the player. */
  player: null | string
  points: null | number
  role: (typeof MAFIA_ROLES)[number] | null
  /** From 1 to 10. */
  seat: null | number
}

/** A mapped game, for the content collection `mafiaGames`: one table in one round. */
export type MafiaGameDocument = {
  /** Who sat at the table, in the order of the seats. */
  players?: null | Reference[]
  /** Who led the game, as the provider names them. */
  referee?: null | string
  /** From 1. */
  round?: null | number
  /** In the order of the seats. */
  seats?: MafiaSeat[] | null
  /** From 1. */
  table?: null | number
  title: string
  tournament?: null | Reference
  /** Set only when the game is over. */
  winner?: (typeof GAME_WINNERS)[number] | null
}
