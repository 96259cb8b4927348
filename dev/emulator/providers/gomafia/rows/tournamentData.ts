import type { Json } from '../../../json.js'
import type { MafiaWorld, Tournament } from '../world/MafiaWorld.js'

import { tournamentRow } from './listData.js'

type TournamentDataArgs = { id: number; world: MafiaWorld }

/** What the page of a tournament is rendered from; `null` for none. camelCase in its games. */
export const tournamentData = ({ id, world }: TournamentDataArgs): Json => {
  const tournament = world.tournaments.find((candidate) => candidate.id === id)
  if (!tournament) {
    return null
  }
  const logins = new Map(world.players.map(({ id: player, login }) => [player, login]))
  const results = resultsOf({ logins, tournament })
  return {
    games: tournament.rounds.map((tables, index) => ({
      game: tables.map((table) => ({
        referee: logins.get(table.referee) ?? null,
        referee_is_paid: '0',
        table: table.seats.map((seat) => ({
          id: String(seat.player),
          elo: '1500.00',
          eloDelta: String(seat.eloDelta),
          login: logins.get(seat.player) ?? null,
          place: String(seat.seat),
          points: String(seat.points),
          role: seat.role,
        })),
        tableNum: String(table.table),
        win: table.win,
      })),
      gameNum: String(index + 1),
    })),
    nominations: { best_don: [], mvp: [{ user: { id: results[0]?.user_id ?? null } }] },
    tournament: tournamentRow(tournament),
    tournament_result_with_final: [],
    tournament_result_without_final: results,
  }
}

type ResultsOfArgs = { logins: ReadonlyMap<number, string>; tournament: Tournament }

const resultsOf = ({ logins, tournament: { rounds } }: ResultsOfArgs) => {
  const sums = new Map<number, number>()
  for (const { player, points } of rounds.flat().flatMap(({ seats }) => seats)) {
    sums.set(player, (sums.get(player) ?? 0) + points)
  }
  return [...sums]
    .toSorted(([one, first], [other, second]) => second - first || one - other)
    .map(([player, sum], index) => ({
      login: logins.get(player) ?? null,
      place: String(index + 1),
      sum: sum.toFixed(2),
      user_id: String(player),
    }))
}
