import type { GAME_WINNERS, MAFIA_ROLES } from '../../../content/mafia/index.js'

type Role = (typeof MAFIA_ROLES)[number]
type Winner = (typeof GAME_WINNERS)[number]

/** Roles as the data and as the pages write them. */
const ROLES: Readonly<Record<string, Role>> = {
  citizen: 'citizen',
  don: 'don',
  mafia: 'mafia',
  red: 'citizen',
  sheriff: 'sheriff',
  дон: 'don',
  маф: 'mafia',
  мафия: 'mafia',
  мир: 'citizen',
  мирный: 'citizen',
  шер: 'sheriff',
  шериф: 'sheriff',
}

const WINNERS: Readonly<Record<string, Winner>> = {
  black: 'mafia',
  city: 'city',
  draw: 'draw',
  mafia: 'mafia',
  red: 'city',
  город: 'city',
  мафия: 'mafia',
  мирные: 'city',
  ничья: 'draw',
  'победа мафии': 'mafia',
  'победа мирных': 'city',
}

const toKey = (value: unknown): string => String(value).trim().toLowerCase()

/** Words of languages are keys here, not those that every object has. */
const find = <TValue>(table: Readonly<Record<string, TValue>>, value: unknown): null | TValue => {
  const key = toKey(value)
  return Object.hasOwn(table, key) ? table[key]! : null
}

/** What a player was dealt; `null` for what nobody knows. */
export const toRole = (value: unknown): null | Role => find(ROLES, value)

/** Who won a game; `null` while nobody has. */
export const toWinner = (value: unknown): null | Winner => find(WINNERS, value)
