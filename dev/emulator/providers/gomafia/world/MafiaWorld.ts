/** A seat at a table: who sat there and what it brought. */
export type Seat = {
  eloDelta: number
  player: number
  points: number
  role: 'don' | 'mafia' | 'red' | 'sheriff'
  /** From 1 to 10. */
  seat: number
}

export type Table = {
  referee: number
  seats: Seat[]
  /** From 1. */
  table: number
  win: 'city' | 'draw' | 'mafia'
}

export type Tournament = {
  city: string
  /** `YYYY-MM-DD`. */
  end: string
  id: number
  /** Whether the results are kept back for now. */
  isHidden: boolean
  isRated: boolean
  referee: number
  /** In their order; each has the tables of one round. */
  rounds: Table[][]
  stars: number
  start: string
  /** `completed`, or how far it is, in the site's words. */
  status: string
  title: string
}

export type Club = { city: string; id: number; title: string }

export type Player = {
  city: string
  club: number
  firstName: string
  id: number
  lastName: string
  login: string
  /** `YYYY-MM-DD HH:MM:SS`, without a zone. */
  registered: string
}

/** Everything that is true on the emulated site. */
export type MafiaWorld = { clubs: Club[]; players: Player[]; tournaments: Tournament[] }
