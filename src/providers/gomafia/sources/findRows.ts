import type { z } from 'zod'

import type { ListName, ListPage } from './Source.js'

import { InvalidAnswerError } from '../../../sdk/index.js'
import { clubRowSchema, topRowSchema, tournamentRowSchema } from './rows.js'

/** How deep a list may lie in what a page holds. */
const MAX_DEPTH = 3

/** What tells a row of a list from any other, and what an empty list of them is called. */
const LISTS: Readonly<Record<ListName, { names: readonly string[]; schema: z.ZodType }>> = {
  clubs: {
    names: ['clubs', 'data', 'items', 'list', 'rows'],
    schema: clubRowSchema.refine((row) => 'elo_average' in row || 'club_score' in row),
  },
  players: {
    names: ['data', 'items', 'list', 'players', 'rows', 'top', 'users'],
    schema: topRowSchema.refine((row) => 'login' in row && 'elo' in row),
  },
  tournaments: {
    names: ['data', 'items', 'list', 'rows', 'tournaments'],
    schema: tournamentRowSchema.refine((row) => 'date_start' in row),
  },
}

type Found = { name: string; rows: unknown[] }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every list in a value, those near its top first. */
const listArrays = (value: unknown): Found[] => {
  const found: Found[] = Array.isArray(value) ? [{ name: 'data', rows: value }] : []
  let level = [value].filter(isObject)
  for (let depth = 0; depth < MAX_DEPTH; depth += 1) {
    const entries = level.flatMap((object) => Object.entries(object))
    for (const [name, inside] of entries) {
      if (Array.isArray(inside)) {
        found.push({ name, rows: inside })
      }
    }
    level = entries.map(([, inside]) => inside).filter(isObject)
  }
  return found
}

/** The number of rows of the whole list, which each row carries. */
const readTotal = (rows: readonly unknown[]): number | undefined => {
  const said = rows.filter(isObject).find(({ total_rows }) => total_rows !== undefined)
  const total = said === undefined ? Number.NaN : Number(said.total_rows)
  return Number.isSafeInteger(total) && total >= 0 ? total : undefined
}

type FindRowsArgs = {
  /** What was asked for, in the site's words: `/rating`. */
  asked: string
  list: ListName
  value: unknown
}

/**
 * The rows of a list in what a page or the API holds. Nobody has recorded these answers, so a list
 * is known by what its rows are, wherever it lies.
 *
 * @throws InvalidAnswerError when there is no such list
 */
export const findRows = ({ asked, list, value }: FindRowsArgs): ListPage => {
  const { names, schema } = LISTS[list]
  const arrays = listArrays(value)
  const rows =
    arrays.find((candidate) => candidate.rows.some((row) => schema.safeParse(row).success))?.rows ??
    arrays.find((candidate) => candidate.rows.length === 0 && names.includes(candidate.name))?.rows
  if (rows === undefined) {
    throw new InvalidAnswerError(`gomafia.pro answered ${asked} without a list of ${list}.`)
  }
  return { rows, total: readTotal(rows) }
}
