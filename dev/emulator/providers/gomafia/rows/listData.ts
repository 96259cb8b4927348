import type { Json } from '../../../json.js'
import type { MafiaWorld, Tournament } from '../world/MafiaWorld.js'

import { eloOf, historyOf } from './playerData.js'

export const LISTS = ['clubs', 'tournaments', 'users'] as const

export type ListName = (typeof LISTS)[number]

type ListRowsArgs = { limit: number; list: ListName; offset: number; world: MafiaWorld }

/** A part of a list, each row with the number of all. */
export const listRows = ({ limit, list, offset, world }: ListRowsArgs): Json[] => {
  const { rows, total } = ROWS[list]({ limit, offset, world })
  return rows.map((row) => ({ ...row, total_rows: String(total) }))
}

type RowsArgs = Omit<ListRowsArgs, 'list'>

type Rows = { rows: { [name: string]: Json }[]; total: number }

const ROWS: Readonly<Record<ListName, (args: RowsArgs) => Rows>> = {
  clubs: ({ limit, offset, world: { clubs } }) => ({
    rows: clubs.slice(offset, offset + limit).map((club, index) => ({
      id: String(club.id),
      city: club.city,
      club_score: String(1000 - (offset + index)),
      country: 'Россия',
      elo_average: '1620.5',
      rank: String(offset + index + 1),
      title: club.title,
    })),
    total: clubs.length,
  }),
  tournaments: ({ limit, offset, world: { tournaments } }) => ({
    rows: tournaments
      .toReversed()
      .slice(offset, offset + limit)
      .map(tournamentRow),
    total: tournaments.length,
  }),
  users: ({ limit, offset, world }) => ({
    rows: world.players.slice(offset, offset + limit).map((player, index) => ({
      id: String(player.id),
      city: player.city,
      country: 'Россия',
      elo: eloOf(historyOf(world, player.id)).toFixed(2),
      login: player.login,
      rank: String(offset + index + 1),
      title: null,
      tournaments_gg: [],
      tournaments_played: String(historyOf(world, player.id).length),
    })),
    total: world.players.length,
  }),
}

export const tournamentRow = (tournament: Tournament): { [name: string]: Json } => ({
  id: String(tournament.id),
  type: 'individual',
  city: tournament.city,
  country: 'Россия',
  date_end: tournament.end,
  date_start: tournament.start,
  elo_average: '1702.25',
  is_fsm_rating: tournament.isRated ? '1' : '0',
  is_hidden_result: tournament.isHidden ? '1' : '0',
  main_referee_id: String(tournament.referee),
  projected_count_of_participant: String(tournament.rounds[0]!.length * 10),
  star: String(tournament.stars),
  status: tournament.status,
  title: tournament.title,
  user_organizer_id: String(tournament.referee),
})
