import type { Random } from '../../../world/createRandom.js'
import type { MafiaWorld, Player, Seat, Table, Tournament } from './MafiaWorld.js'

import { createRandom } from '../../../world/createRandom.js'

const CITIES = ['Москва', 'Казань', 'Самара', 'Пермь', 'Тверь', 'Омск', 'Сочи', 'Уфа'] as const
const NICKS = [
  'Ворон',
  'Лиса',
  'Rook',
  'Шторм',
  'Echo',
  'Гранит',
  'Nova',
  'Пламя',
  'Atlas',
] as const
const NAMES = ['Иван', 'Мария', 'Пётр', 'Анна', 'Олег', 'Вера'] as const
const FAMILIES = ['Северная', 'Полевой', 'Речная', 'Горный', 'Лесная'] as const

/** Seven of the town, one of them its sheriff, and three of the mafia, one of them its don. */
const ROLES = [
  ...Array.from({ length: 6 }, () => 'red' as const),
  'sheriff' as const,
  'mafia' as const,
  'mafia' as const,
  'don' as const,
]

const DAY_MS = 24 * 60 * 60 * 1000

const toDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

export type MafiaWorldOptions = {
  /** The day of the newest tournament, `YYYY-MM-DD`. @default '2025-08-24' */
  newest?: string
  /** @default 200 */
  players?: number
  /** @default 7 */
  seed?: number
  /** @default 40 */
  tournaments?: number
}

/** Players, clubs and tournaments after the shapes of the recorded page; the same for a seed. */
export const createMafiaWorld = ({
  newest = '2025-08-24',
  players: count = 200,
  seed = 7,
  tournaments: tournamentCount = 40,
}: MafiaWorldOptions = {}): MafiaWorld => {
  const random = createRandom(seed)
  const clubs = Array.from({ length: Math.max(1, Math.ceil(count / 15)) }, (_, index) => ({
    id: index + 1,
    city: random.pick(CITIES),
    title: `Клуб «${random.pick(NICKS)} ${index + 1}»`,
  }))
  const players = Array.from({ length: count }, (_, index) =>
    createPlayer({ clubs, index, random }),
  )
  const tournaments = Array.from({ length: tournamentCount }, (_, index) =>
    createTournament({
      end: Date.parse(`${newest}T00:00:00Z`) - (tournamentCount - 1 - index) * 7 * DAY_MS,
      index,
      players,
      random,
    }),
  )
  return { clubs, players, tournaments }
}

type CreatePlayerArgs = { clubs: MafiaWorld['clubs']; index: number; random: Random }

const createPlayer = ({ clubs, index, random }: CreatePlayerArgs): Player => {
  const id = 100 + index
  const club = random.pick(clubs)
  const year = random.int({ max: 2024, min: 2018 })
  const month = String(random.int({ max: 12, min: 1 })).padStart(2, '0')
  return {
    id,
    city: club.city,
    club: club.id,
    firstName: random.pick(NAMES),
    lastName: random.pick(FAMILIES),
    // Nicks are not unique on the site, and digits stand for letters in some.
    login: index % 9 === 0 ? random.pick(NICKS).replace('о', '0') : `${random.pick(NICKS)} ${id}`,
    registered: `${year}-${month}-19 23:34:26`,
  }
}

type CreateTournamentArgs = { end: number; index: number; players: Player[]; random: Random }

const createTournament = ({ end, index, players, random }: CreateTournamentArgs): Tournament => {
  const tables = Math.max(1, Math.min(3, Math.floor(players.length / 10)))
  const taking = random.shuffle(players).slice(0, tables * 10)
  const rounds = Array.from({ length: random.int({ max: 12, min: 6 }) }, () =>
    createRound({ players: random.shuffle(taking), random }),
  )
  return {
    id: 2000 + index,
    city: random.pick(CITIES),
    end: toDay(end),
    isHidden: false,
    isRated: random.chance(0.8),
    referee: random.pick(players).id,
    rounds,
    stars: random.int({ max: 5, min: 1 }),
    start: toDay(end - DAY_MS),
    status: 'completed',
    title: `Кубок ${random.pick(CITIES)} ${index + 1}`,
  }
}

type CreateRoundArgs = { players: Player[]; random: Random }

const createRound = ({ players, random }: CreateRoundArgs): Table[] =>
  Array.from({ length: Math.floor(players.length / 10) }, (_, index) => {
    const roles = random.shuffle(ROLES)
    const win = random.chance(0.02) ? 'draw' : random.chance(0.55) ? 'city' : 'mafia'
    const seats = players.slice(index * 10, (index + 1) * 10).map(({ id }, at): Seat => ({
      eloDelta: random.int({ max: 13, min: -9 }),
      player: id,
      points: random.int({ max: 20, min: -5 }) / 10,
      role: roles[at]!,
      seat: at + 1,
    }))
    return { referee: random.pick(players).id, seats, table: index + 1, win }
  })
