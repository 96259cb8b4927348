import type { ResourceContext } from '../../../sdk/index.js'
import type { ApiFootballSettings } from '../resolveOptions.js'

/** A span of days, both included, as `YYYY-MM-DD` in UTC. */
export type DateWindow = { from: string; to: string }

const DAY_MS = 24 * 60 * 60 * 1000

type DateWindowArgs = {
  settings: Pick<ApiFootballSettings, 'daysAhead' | 'daysBack'>
} & Pick<ResourceContext, 'now' | 'since'>

/** From some days before the last complete sync, whenever that was, to some days from now. */
export const dateWindow = ({
  now,
  settings: { daysAhead, daysBack },
  since,
}: DateWindowArgs): DateWindow => ({
  from: addDays({ date: since ?? now, days: -daysBack }),
  to: addDays({ date: now, days: daysAhead }),
})

/** Each day of a window. */
export const listDays = ({ from, to }: DateWindow): string[] => {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays({ date: new Date(day), days: 1 })) {
    days.push(day)
  }
  return days
}

type AddDaysArgs = { date: Date; days: number }

export const addDays = ({ date, days }: AddDaysArgs): string =>
  new Date(date.getTime() + days * DAY_MS).toISOString().slice(0, 10)
