import type { ResourceContext, Scope } from '../../../sdk/index.js'

import { addDays } from '../../../sdk/index.js'

/** Seconds since 1970; the end is not included. */
export type RangeParams = { end: number; start: number }

/** The last days are still growing, and late costs come in. */
const GROWING_DAYS = 3

type ToRangeArgs = {
  historyDays: number
  /** What is read of it: `costs`. */
  name: string
} & Pick<ResourceContext, 'mode' | 'now' | 'since'>

const toSeconds = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 1000

/**
 * Whole days of UTC up to today. A full read goes back as far as was asked for; an incremental one
 * begins three days before the last complete run.
 */
export const toRange = ({
  name,
  historyDays,
  mode,
  now,
  since,
}: ToRangeArgs): Scope<RangeParams>[] => {
  const isWhole = mode === 'full' || since === undefined
  const from = addDays({
    date: isWhole ? now : since,
    days: -(isWhole ? historyDays : GROWING_DAYS),
  })
  const to = addDays({ date: now, days: 1 })
  return [
    {
      // Days are never taken back, so a range of them proves no absence.
      key: name,
      label: `From ${from} to ${addDays({ date: now, days: 0 })}`,
      params: { end: toSeconds(to), start: toSeconds(from) },
    },
  ]
}
