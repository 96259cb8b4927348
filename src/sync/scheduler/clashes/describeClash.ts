import type { Names } from '../../../sdk/names/Names.js'
import type { Clash, ClashKind } from './Clash.js'

import { nameWritten } from '../../../sdk/names/Names.js'

type Values = Clash['values']

/** English, for the command line and logs; the panel has its own in every language. */
const TEXTS: Readonly<Record<ClashKind, (values: Values) => string>> = {
  collision: ({ at, other, work }) =>
    `${work} is due at ${at}, while ${other} is expected to be still at work.`,
  duplicate: ({ work }) => `Two schedules do ${work} at the same times.`,
  limit: ({ connection, limit, work }) =>
    `${connection} has more than ${limit} schedules; ${work} is one too many.`,
  overlap: ({ duration, gap, work }) =>
    `A run of ${work} takes about ${duration} minutes, and it is due again after ${gap}.`,
  owner: ({ connection, limit, work }) =>
    `The owner of ${connection} has ${limit} schedules already; ${work} is one too many.`,
  quota: ({ budget, cadence, limit, requests, window, work }) =>
    `About ${requests} requests in ${window} minutes are planned, and the quota "${budget}" is ` +
    `${limit}. ${work} takes the most; ` +
    (Number(cadence) > 0 ? `every ${cadence} minutes would fit.` : 'no interval is long enough.'),
}

type DescribeClashArgs = { clash: Clash; names: Names }

/** What a clash comes to, in words. */
export const describeClash = ({ clash: { kind, values }, names }: DescribeClashArgs): string => {
  const { other, work } = values
  return TEXTS[kind]({
    ...values,
    ...(other === undefined ? {} : { other: nameWritten({ names, text: String(other) }) }),
    ...(work === undefined ? {} : { work: nameWritten({ names, text: String(work) }) }),
  })
}
