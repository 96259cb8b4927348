import type { Reference } from '../../../sdk/index.js'

/** How far a tournament has come. */
export const TOURNAMENT_STATES = ['scheduled', 'live', 'finished', 'unknown'] as const

/** What one player reached in a tournament. */
export type MafiaTournamentResult = {
  /** Everything the provider says of it, as the provider names it. */
  figures: Record<string, unknown>
  name: null | string
  /** From 1. */
  place: null | number
  /** The provider's id of the player. */
  player: null | string
  /** The sum that decided. */
  sum: null | number
}

/** A mapped tournament, for the content collection `mafiaTournaments`. */
export type MafiaTournamentDocument = {
  city?: null | string
  country?: null | string
  /** Mean rating of its players. */
  elo?: null | number
  /** As Payload's date picker stores a day. */
  endDate?: null | string
  /** Whether the results are kept back for now. */
  isHidden?: boolean | null
  /** Whether it counts for the federation's rating. */
  isRated?: boolean | null
  /** The winner of each nomination, by its name: the provider's id of the player. */
  nominations?: null | Record<string, null | string>
  organizer?: null | Reference
  /** How many players are expected. */
  participants?: null | number
  /** The provider's own word for the state. */
  providerStatus?: null | string
  /** The head referee. */
  referee?: null | Reference
  /** Best first. */
  results?: MafiaTournamentResult[] | null
  /** Every game of every round as the provider has it: what the games are made of. */
  rounds?: null | unknown[]
  /** From 0 to 5. */
  stars?: null | number
  /** As Payload's date picker stores a day. */
  startDate?: null | string
  state?: (typeof TOURNAMENT_STATES)[number] | null
  title: string
  /** `individual`, `team`, … as the provider says. */
  type?: null | string
}
