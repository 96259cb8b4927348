import type { Discovery, Provider, SyncMode } from '../../../sdk/index.js'
import type { Schedule } from '../../schedule/Schedule.js'

import { DEFAULT_CONNECTION, SYNC_MODES } from '../../../sdk/index.js'
import { isOn } from '../../schedule/isOn.js'
import { createSlotReader } from '../../scheduler/clashes/createSlotReader.js'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A week is looked at, unless more than a day of minutes comes first. */
const WEEK_DAYS = 7
const MINUTES_OF_DAY = 1_440

/** About how many requests: `fixed`, and `each` for each value that is chosen. */
export type Estimate = { each: number; fixed: number }

/** What a choice takes in requests. `null` where nobody can tell. */
export type ChoiceEstimate = {
  /** All resources once, in full. */
  fullSync: Estimate | null
  /** Whether a schedule is on. */
  isScheduled: boolean
  /** By the schedules that are on, those of what goes on left out. */
  perDay: Estimate | null
  /** An hour in which something goes on all the time; nothing where no such schedule is on. */
  perLiveHour: Estimate | null
}

type EstimateCostArgs = {
  discovery: Pick<Discovery, 'costs'>
  now: Date
  provider: Pick<Provider, 'name' | 'resources'>
  schedules: readonly Schedule[]
}

/** Estimates what choices take in requests, by what the provider says of its own runs. */
export const estimateCost = async ({
  discovery: { costs = {} },
  now,
  provider: { name, resources },
  schedules,
}: EstimateCostArgs): Promise<ChoiceEstimate> => {
  const costOf = (mode: SyncMode, resource: null | string): Estimate | null => {
    const read = [...resources].filter(
      ([one, { scopes }]) => scopes[mode] && (resource === null || resource === one),
    )
    return sum(
      read.map(([one]) => {
        const cost = new Map(Object.entries(costs)).get(one)?.[mode]
        return cost ? { each: cost.each ?? 0, fixed: cost.run ?? 0 } : null
      }),
    )
  }
  const slotsOf = createSlotReader(now)
  const own = schedules.filter(
    (schedule) =>
      isOn(schedule) &&
      schedule.provider === name &&
      (schedule.connection ?? DEFAULT_CONNECTION) === DEFAULT_CONNECTION,
  )
  const timed = await Promise.all(
    own.map(async (schedule) => ({
      cost: costOf(schedule.mode, schedule.resource),
      isLive: schedule.mode === 'live',
      slots: await slotsOf(schedule),
    })),
  )
  const until = (ms: number, slots: readonly number[]): number =>
    slots.filter((slot) => slot <= now.getTime() + ms).length
  const live = timed.filter(({ isLive }) => isLive)
  const steady = timed.filter(({ isLive }) => !isLive)
  return {
    fullSync: costOf(SYNC_MODES[0], null),
    isScheduled: own.length > 0,
    perDay: sum(
      steady.map(({ cost, slots }) =>
        times({
          cost,
          count: slots.length > MINUTES_OF_DAY ? until(DAY_MS, slots) : slots.length / WEEK_DAYS,
        }),
      ),
    ),
    perLiveHour:
      live.length > 0
        ? sum(live.map(({ cost, slots }) => times({ cost, count: until(HOUR_MS, slots) })))
        : null,
  }
}

type TimesArgs = { cost: Estimate | null; count: number }

const times = ({ cost, count }: TimesArgs): Estimate | null =>
  cost && { each: cost.each * count, fixed: cost.fixed * count }

/** Nothing is known of the whole where one part is not known. */
const sum = (parts: readonly (Estimate | null)[]): Estimate | null =>
  parts.reduce<Estimate | null>(
    (whole, part) =>
      whole && part && { each: whole.each + part.each, fixed: whole.fixed + part.fixed },
    { each: 0, fixed: 0 },
  )
