import { DAY_MS, fromDay } from '../../../moments.js'
import { invalidParameter } from '../WireError.js'

const MAX_DAYS = 100

/**
 * The moments between two days, both included. Throws `WireError` (422) when they are no dates,
 * in the wrong order or more than 100 days apart.
 */
export const parseWindow = ({
  from,
  to,
}: {
  from: string
  to: string
}): { from: number; to: number } => {
  const start = fromDay(from)
  const end = fromDay(to)
  if (start === null || end === null) {
    const wrong = start === null ? from : to
    throw invalidParameter({
      field: 'date',
      problem: `'${wrong}' is not a valid date (YYYY-MM-DD).`,
    })
  }
  if (end < start) {
    throw invalidParameter({
      field: 'dateRange',
      problem: 'The end date is before the start date.',
    })
  }
  const days = (end - start) / DAY_MS
  if (days > MAX_DAYS) {
    throw invalidParameter({
      field: 'dateRange',
      problem: `You requested a date range of ${days} days. The maximum range is ${MAX_DAYS} days.`,
    })
  }
  return { from: start, to: end + DAY_MS - 1 }
}
