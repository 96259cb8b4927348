import type { CollegePlayer, Side } from '../types.js'
import type { Play } from './Play.js'

export type Stats = Record<string, number>

/** How a game stands, as the scorer has it. Whatever a box score says follows from this. */
export type Box = {
  isComplete: boolean
  /** Where the game is; `null` once the box score is complete. */
  now: {
    balls: number
    bases: Play['bases']
    batterId: null | string
    half: Side
    inning: number
    outs: number
    pitcherId: null | string
    strikes: number
  } | null
  plays: Play[]
  teams: Readonly<Record<Side, BoxTeam>>
}

export type BoxTeam = {
  errors: number
  hits: number
  leftOnBase: number
  /** Runs by inning; `X` where the home side did not bat. */
  line: ('X' | number)[]
  players: BoxPlayer[]
  runs: number
  totals: { fielding: Stats; hitting: Stats; pitching: Stats }
}

export type BoxPlayer = {
  fielding: null | Stats
  /** Whether he played. */
  hasPlayed: boolean
  hitting: null | Stats
  /** Absent from the file for whoever did not play, and for some who did. */
  isIdKnown: boolean
  isStarter: boolean
  person: CollegePlayer
  /** With `outs` instead of innings. */
  pitching: null | Stats
  /** Where he played, in order. */
  positions: string[]
  spot: number
  /** Which of those who came in at his place in the order he is, from 1; 0 for those who started. */
  sub: number
}
