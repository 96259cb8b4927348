import type { Json } from '../../../json.js'
import type { MafiaWorld, Player, Seat, Table, Tournament } from '../world/MafiaWorld.js'

import { chartOf } from './chartOf.js'
import { statsOf } from './statsOf.js'

/** The site shows ten tournaments of a history at a time. */
const PAGE_SIZE = 10

const ROLE_NAMES = { don: 'Дон', mafia: 'Мафия', red: 'Мирный', sheriff: 'Шериф' } as const
const WIN_NAMES = { city: 'Мирные', draw: 'Ничья', mafia: 'Мафия' } as const

export type Played = { at: number; seat: Seat; table: Table }

export type Taken = { games: Played[]; tournament: Tournament }

/** What a player took part in, newest first. */
export const historyOf = (world: MafiaWorld, player: number): Taken[] =>
  world.tournaments
    .map((tournament) => ({
      games: tournament.rounds.flatMap((tables, index) =>
        tables.flatMap((table) =>
          table.seats
            .filter((seat) => seat.player === player)
            .map((seat) => ({ at: index + 1, seat, table })),
        ),
      ),
      tournament,
    }))
    .filter(({ games }) => games.length > 0)
    .reverse()

export const eloOf = (history: readonly Taken[]): number =>
  history.flatMap(({ games }) => games).reduce((sum, { seat }) => sum + seat.eloDelta, 1500)

const historyRow = ({ games, tournament }: Taken): Json => ({
  id: String(tournament.id),
  type: 'individual',
  city_translate: tournament.city,
  country_translate: 'Россия',
  date_end: tournament.end,
  date_start: tournament.start,
  elo: games.reduce((sum, { seat }) => sum + seat.eloDelta, 0),
  games: games.map(({ at, seat, table: { win } }) => ({
    elo: seat.eloDelta,
    game_num: String(at),
    place: String(seat.seat),
    role: seat.role,
    role_translate: ROLE_NAMES[seat.role],
    win,
    win_translate: WIN_NAMES[win],
  })),
  gg: '0.00',
  // PHP writes an empty object as an empty list.
  nominations: tournament.id % 7 === 0 ? { best_don_id: 1 } : [],
  place: String((games[0]?.seat.seat ?? 0) + 1),
  prize: 0,
  title: tournament.title,
})

/** What the site counts unless it is asked for more: this year, and rated tournaments only. */
const DEFAULTS = { gameType: 'all', limit: PAGE_SIZE, period: 2025, tournamentType: 'fsm' } as const

type PlayerDataArgs = {
  /** What a visitor chose: `period` and `tournamentType` say what is counted, `page` what is shown. */
  asked: URLSearchParams
  id: number
  world: MafiaWorld
}

/** What the page of a player is rendered from; `null` for nobody. Numbers are text, as recorded. */
export const playerData = ({ id, asked, world }: PlayerDataArgs): Json => {
  const player = world.players.find((candidate) => candidate.id === id)
  if (!player) {
    return null
  }
  const history = historyOf(world, id)
  const page = Math.max(1, Number(asked.get('page') ?? 1) || 1)
  return {
    averageElo: 1795.75,
    chart: chartOf(history),
    comments: null,
    commentsTotal: 0,
    defaultParams: DEFAULTS,
    history: history.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map(historyRow),
    historyTotal: String(history.length),
    playerStatsOpened: '',
    rewardsOpened: '',
    stats: statsOf(history.filter(isCounted(asked)).flatMap(({ games }) => games)),
    tab: asked.get('tab') ?? 'stats',
    togetherStats: false,
    urlParams: {
      ...DEFAULTS,
      gameType: asked.get('gameType') ?? DEFAULTS.gameType,
      page,
      period: asked.get('period') ?? DEFAULTS.period,
      tournamentType: asked.get('tournamentType') ?? DEFAULTS.tournamentType,
    },
    user: userOf({ elo: eloOf(history), player }),
    victories: [],
  }
}

/** The history is as long as it is, but its figures are those of what was asked for. */
const isCounted = (asked: URLSearchParams) => {
  const period = asked.get('period') ?? String(DEFAULTS.period)
  const type = asked.get('tournamentType') ?? DEFAULTS.tournamentType
  return ({ tournament: { isRated, start } }: Taken): boolean =>
    (period === 'all' || start.startsWith(period)) && (type === 'all' || isRated)
}

type UserOfArgs = { elo: number; player: Player }

const userOf = ({ elo, player }: UserOfArgs): Json => ({
  id: String(player.id),
  avatar_link: `https://pictures.invalid/${player.id}.jpg`,
  club_id: String(player.club),
  date_registration: player.registered,
  elo: elo.toFixed(2),
  first_name: player.firstName,
  gcoin: '0',
  icon: 'rocket.gif',
  icon_type: 'animated',
  is_can_comment: '1',
  is_paid: '1',
  last_name: player.lastName,
  login: player.login,
  referee_license: '0',
  since: player.registered.slice(0, 4),
  vk_id: String(900_000 + player.id),
})
