import type { MafiaHistoryEntry } from '../../../content/mafia/index.js'
import type { HistoryRow } from '../sources/rows.js'

import { plainText } from '../../../sdk/index.js'
import { toNumber } from '../values/toNumber.js'
import { toRole, toWinner } from '../values/toRole.js'
import { toText } from '../values/toText.js'

/** `[]` when there are none, an object when there are some: PHP has one word for both. */
const toNominations = (value: unknown): MafiaHistoryEntry['nominations'] =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([name, count]: [string, unknown]) =>
          typeof count === 'number' || typeof count === 'string'
            ? [[plainText(name), typeof count === 'string' ? plainText(count) : count]]
            : [],
        ),
      )
    : {}

/** The history of a player: each tournament once, in the site's order, newest first. */
export const toHistory = (rows: readonly HistoryRow[]): MafiaHistoryEntry[] =>
  [...new Map(rows.map((row, index) => [row.id ?? index, row])).values()].map((row) => ({
    type: toText(row.type) ?? null,
    city: toText(row.city_translate) ?? null,
    country: toText(row.country_translate) ?? null,
    eloChange: toNumber(row.elo) ?? null,
    endDate: toText(row.date_end) ?? null,
    games: (row.games ?? []).map((game) => ({
      eloChange: toNumber(game.elo) ?? null,
      number: toNumber(game.game_num) ?? null,
      role: toRole(game.role),
      seat: toNumber(game.place) ?? null,
      winner: toWinner(game.win),
    })),
    globalGame: toText(row.gg) ?? null,
    nominations: toNominations(row.nominations),
    place: toNumber(row.place) ?? null,
    prize: toNumber(row.prize) ?? null,
    startDate: toText(row.date_start) ?? null,
    title: toText(row.title) ?? null,
    tournament: row.id ?? null,
  }))
