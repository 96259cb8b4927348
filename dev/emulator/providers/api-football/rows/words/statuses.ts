import type { MatchState } from '../../../../world/types.js'

type Status = {
  /** The minute that stands still, once a match is over. */
  elapsed?: number
  isLive?: boolean
  long: string
  short: string
}

/**
 * A match's states. All that are finished say the same in `long`. `BT` before extra time and before a
 * shoot-out is a guess: no recording has it.
 */
export const statuses: Readonly<Record<MatchState, Status>> = {
  abandoned: { long: 'Match Abandoned', short: 'ABD' },
  awarded: { long: 'Technical Loss', short: 'AWD' },
  'break-before-extra-time': { isLive: true, long: 'Break Time', short: 'BT' },
  'break-before-penalties': { isLive: true, long: 'Break Time', short: 'BT' },
  cancelled: { long: 'Match Cancelled', short: 'CANC' },
  'extra-time-break': { isLive: true, long: 'Break Time', short: 'BT' },
  'extra-time-first-half': { isLive: true, long: 'Extra Time', short: 'ET' },
  'extra-time-second-half': { isLive: true, long: 'Extra Time', short: 'ET' },
  finished: { elapsed: 90, long: 'Match Finished', short: 'FT' },
  'finished-after-extra-time': { elapsed: 120, long: 'Match Finished', short: 'AET' },
  // Also where no extra time was played.
  'finished-after-penalties': { elapsed: 120, long: 'Match Finished', short: 'PEN' },
  'first-half': { isLive: true, long: 'First Half', short: '1H' },
  'half-time': { isLive: true, long: 'Halftime', short: 'HT' },
  'not-started': { long: 'Not Started', short: 'NS' },
  penalties: { isLive: true, long: 'Penalty In Progress', short: 'P' },
  postponed: { long: 'Match Postponed', short: 'PST' },
  'second-half': { isLive: true, long: 'Second Half', short: '2H' },
}

/** Of a match in which it is not known yet who plays. */
export const TO_BE_DEFINED: Status = { long: 'Time to be defined', short: 'TBD' }

/** What `live=all` answers with. */
export const LIVE_SHORTS: ReadonlySet<string> = new Set([
  // These are live for the provider, too. No match of the world comes to them, but a test may.
  'INT',
  'LIVE',
  'SUSP',
  ...Object.values(statuses)
    .filter(({ isLive }) => isLive)
    .map(({ short }) => short),
])
