import type { RowCondition } from './RowCondition.js'

import { readField } from './readField.js'

type KicksOffWithinArgs = { from: string; to: string }

/** Rows that kick off on one of these days, both included. Days are UTC, as `starting_at` is. */
export const kicksOffWithin =
  ({ from, to }: KicksOffWithinArgs): RowCondition =>
  (row) => {
    const value = readField({ name: 'starting_at', row })
    if (typeof value !== 'string') {
      return true
    }
    const day = value.slice(0, 10)
    return day >= from && day <= to
  }
