import type { Match } from '../../../world/types.js'
import type { Context } from '../types.js'

import { DAY_MS, toDay } from '../../../moments.js'

type Span = { endsOn: string; startsOn: string }

/** The last day of the span has passed. */
export const isOver = ({ context: { now }, span }: { context: Context; span: Span }): boolean =>
  span.endsOn < toDay(now)

/** Today is one of its days. */
export const isRunning = ({ context: { now }, span }: { context: Context; span: Span }): boolean =>
  span.startsOn <= toDay(now) && toDay(now) <= span.endsOn

/** A match kicks off between this Monday and this Sunday, in UTC. */
export const hasMatchThisWeek = ({
  context: { now },
  matches,
}: {
  context: Context
  matches: Match[]
}): boolean => {
  const today = now - (now % DAY_MS)
  const monday = today - ((new Date(now).getUTCDay() + 6) % 7) * DAY_MS
  return matches.some(({ startsAt }) => startsAt >= monday && startsAt < monday + 7 * DAY_MS)
}
