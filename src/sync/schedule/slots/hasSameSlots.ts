import type { ScheduledWork, Timing } from '../Schedule.js'

import { toCron } from './toCron.js'

type Timed = Pick<ScheduledWork, 'mode'> & Timing

/** Whether what is due of one schedule is due of the other. Nothing live is due from before. */
export const hasSameSlots = (one: Timed, other: Timed): boolean =>
  one.mode === other.mode && one.timezone === other.timezone && toCron(one) === toCron(other)
