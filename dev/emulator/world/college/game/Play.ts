import type { Side } from '../types.js'

export type StatGroup = 'fielding' | 'hitting' | 'pitching'

/** So much of one thing for one player. */
export type Credit = {
  by: number
  group: StatGroup
  playerId: string
  side: Side
  stat: string
}

/** Somebody comes into the game, or changes his place in the field. */
export type Substitution = {
  forId: string
  playerId: string
  position: string
  side: Side
  spot: number
}

/** One entry of the scorer. */
export type Play = {
  action: string
  /** Milliseconds. */
  at: number
  /** Occupied before the play, by base. */
  bases: Readonly<Record<'first' | 'second' | 'third', null | string>>
  batterId: string
  /** What is credited instead once the scorer has corrected it. */
  correctedCredits?: Credit[]
  credits: Credit[]
  half: Side
  inning: number
  /** Runners on base behind the last play of a half-inning; `null` for the others. */
  leftOnBase: null | number
  narrative: string
  /** Out before the play. */
  outs: number
  outsMade: number
  pitcherId: string
  pitches: { balls: number; strikes: number; text: string } | null
  runs: number
  substitution: null | Substitution
}

/** A whole game as it will have been. */
export type PlayedGame = {
  /** When the last play is over. */
  endsAt: number
  lineups: Readonly<Record<Side, Lineup>>
  loserId: string
  plays: Play[]
  saverId: null | string
  winnerId: string
}

export type Lineup = {
  /** In batting order; the tenth is the pitcher. */
  starters: { playerId: string; position: string; spot: number }[]
}
