import type { Conflict, ConflictKind } from './Conflict.js'

type Values = Conflict['values']

/** English, for the command line and logs; the panel has its own in every language. */
const TEXTS: Readonly<Record<ConflictKind, (values: Values) => string>> = {
  collision: ({ at, other, work }) =>
    `${work} is due at ${at}, while ${other} is expected to be still at work.`,
  duplicate: ({ work }) => `Two schedules do ${work} at the same times.`,
  limit: ({ connection, limit, work }) =>
    `${connection} has more than ${limit} schedules; ${work} is one too many.`,
  overlap: ({ duration, gap, work }) =>
    `A run of ${work} takes about ${duration} minutes, and its next slot comes after ${gap}.`,
  quota: ({ budget, cadence, limit, requests, window, work }) =>
    `About ${requests} requests in ${window} minutes are planned, and the quota "${budget}" is ` +
    `${limit}. ${work} takes the most; ` +
    (Number(cadence) > 0 ? `every ${cadence} minutes would fit.` : 'no cadence of it fits.'),
}

/** What a conflict comes to, in words. */
export const describeConflict = ({ kind, values }: Conflict): string => TEXTS[kind](values)
