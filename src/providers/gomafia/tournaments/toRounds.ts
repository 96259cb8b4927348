import { z } from 'zod'

import type { MafiaGameDocument, MafiaSeat } from '../../../content/mafia/index.js'

import { phpList, toList, phpValue as value } from '../values/phpValues.js'
import { toId } from '../values/toId.js'
import { toNumber } from '../values/toNumber.js'
import { toRole, toWinner } from '../values/toRole.js'
import { toText } from '../values/toText.js'

const seatSchema = z.looseObject({
  id: value,
  elo: value,
  eloDelta: value,
  login: value,
  place: value,
  points: value,
  role: value,
})

const tableSchema = z.looseObject({
  referee: z.unknown().optional(),
  table: phpList(seatSchema),
  tableNum: value,
  win: value,
})

const roundSchema = z.looseObject({ game: phpList(tableSchema), gameNum: value })

/** Rounds, their tables, and ten seats at each. camelCase here, where the rest is not. */
const roundsSchema = z.array(roundSchema)

/** One table in one round, as it is kept with its tournament. */
export type StoredTable = {
  seats: MafiaSeat[]
} & Pick<MafiaGameDocument, 'referee' | 'round' | 'table' | 'winner'>

const toSeat = (seat: z.output<typeof seatSchema>): MafiaSeat => ({
  name: toText(seat.login) ?? null,
  elo: toNumber(seat.elo) ?? null,
  eloChange: toNumber(seat.eloDelta) ?? null,
  player: toId(seat.id) ?? null,
  points: toNumber(seat.points) ?? null,
  role: toRole(seat.role),
  seat: toNumber(seat.place) ?? null,
})

/** The one who led a game: by name, or as a user of the site. */
const toReferee = (referee: unknown): null | string =>
  typeof referee === 'object' && referee !== null && 'login' in referee
    ? (toText(referee.login) ?? null)
    : (toText(referee) ?? null)

/**
 * Every table of every round, in their order. Nothing is said where the site says nothing.
 *
 * @throws ZodError when there is something that nobody knows how to read
 */
export const toRounds = (games: unknown): null | StoredTable[] | undefined => {
  if (games === undefined || games === null) {
    return games
  }
  return roundsSchema.parse(toList(games)).flatMap(({ game, gameNum }) =>
    (game ?? []).map(({ referee, table, tableNum, win }) => ({
      referee: toReferee(referee),
      round: toNumber(gameNum) ?? null,
      seats: (table ?? []).map(toSeat),
      table: toNumber(tableNum) ?? null,
      winner: toWinner(win),
    })),
  )
}
