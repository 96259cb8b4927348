/** A span of days, both included, as `YYYY-MM-DD` in UTC. */
export type DateWindow = { from: string; to: string }

/** The documented maximum is 100 days; both ends are counted here, which is the stricter reading. */
const MAX_DAYS = 100

const DAY_MS = 24 * 60 * 60 * 1000

type DateWindowsArgs = { from: Date; to: Date }

/** Cuts a span of time into windows that `/fixtures/between` accepts: no gap and no overlap. */
export const dateWindows = ({ from, to }: DateWindowsArgs): DateWindow[] => {
  const last = startOfDay(to)
  const windows: DateWindow[] = []
  for (let start = startOfDay(from); start <= last; start += MAX_DAYS * DAY_MS) {
    const end = Math.min(last, start + (MAX_DAYS - 1) * DAY_MS)
    windows.push({ from: toDay(start), to: toDay(end) })
  }
  return windows
}

const startOfDay = (date: Date): number => Math.floor(date.getTime() / DAY_MS) * DAY_MS

const toDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)
