import type { Where } from 'payload'

import { GOING_ON } from '../documents/index.js'

const HOUR_MS = 60 * 60 * 1000

type WhereMatchesAroundArgs = {
  /** How far from now a kick-off may be. @default 36, which is today, wherever the visitor is */
  hours?: number
  /** @default now, by the machine's clock */
  now?: Date
}

/** Matches of these hours and those that go on: what a live stream of matches is about. */
export const whereMatchesAround = ({
  hours = 36,
  now = new Date(),
}: WhereMatchesAroundArgs = {}): Where => {
  const at = (distance: number): string =>
    new Date(now.getTime() + distance * HOUR_MS).toISOString()
  return {
    or: [
      {
        and: [
          { startsAt: { greater_than_equal: at(-hours) } },
          { startsAt: { less_than: at(hours) } },
        ],
      },
      {
        and: [
          { state: { in: [...GOING_ON] } },
          { startsAt: { greater_than_equal: at(-2 * hours) } },
          { startsAt: { less_than: at(hours) } },
        ],
      },
    ],
  }
}
