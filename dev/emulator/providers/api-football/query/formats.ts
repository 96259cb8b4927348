import { fromDay } from '../../../moments.js'

type Format = {
  fits: (value: string) => boolean
  /** What follows "The X field" when a value does not fit. Most of these words are guesses. */
  problem: string
}

/** The documented maximum of `ids`. */
const MAX_IDS = 20

const integer: Format = {
  fits: (value) => /^\d+$/.test(value),
  problem: 'must contain an integer.',
}
const date: Format = {
  fits: (value) => fromDay(value) !== null,
  problem: 'must contain a valid date (YYYY-MM-DD).',
}
const text: Format = { fits: (value) => value !== '', problem: 'must not be empty.' }
const isIntegers = (value: string): boolean => /^\d+(?:-\d+)*$/.test(value)

/** How the value of a parameter has to look, the same in all endpoints. */
export const formats: Readonly<Record<string, Format>> = {
  id: integer,
  name: text,
  type: {
    fits: (value) => ['cup', 'league'].includes(value),
    problem: 'must be league or cup.',
  },
  code: {
    fits: (value) => /^[A-Z-]{2,6}$/i.test(value),
    problem: 'must be between 2 and 6 characters in length.',
  },
  country: text,
  current: {
    fits: (value) => ['false', 'true'].includes(value),
    problem: 'must be true or false.',
  },
  date,
  from: date,
  ids: {
    fits: (value) => isIntegers(value) && value.split('-').length <= MAX_IDS,
    problem: `must contain up to ${MAX_IDS} integers joined by a dash.`,
  },
  last: integer,
  league: integer,
  live: {
    fits: (value) => value === 'all' || isIntegers(value),
    problem: 'must contain all or integers joined by a dash.',
  },
  next: integer,
  page: {
    fits: (value) => integer.fits(value) && Number(value) > 0,
    problem: 'must contain an integer greater than 0.',
  },
  player: integer,
  round: text,
  search: {
    fits: (value) => value.length >= 3,
    problem: 'must be at least 3 characters in length.',
  },
  season: {
    fits: (value) => /^\d{4}$/.test(value),
    problem: 'must contain a year of 4 digits.',
  },
  status: text,
  team: integer,
  to: date,
  venue: integer,
}
