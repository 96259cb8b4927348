const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** `2021-09-27`, `2024/01/09 06:36`, `20240109`. */
const YEAR_FIRST = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?!\d)/

/** `12/14/2016`, `14.12.2016 19:00`, `5-4-22`. */
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/

/** `22-JAN-2018`, `22 January 2018`. */
const DAY_AND_NAME = /^(\d{1,2})[-\s./]+([a-z]{3})[a-z]*[-\s./,]+(\d{4})(?!\d)/i

/** `Jan 22, 2018`. */
const NAME_AND_DAY = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})(?!\d)/i

/** What follows when it is known which of two numbers is the day. */
export type DayOrder = 'day-first' | 'month-first'

type ReadDayArgs = {
  /** Of dates as `05/04/2022`. With points the day is always first. @default 'month-first' */
  order?: DayOrder
  text: string
}

/**
 * The day of a date as files of many origins write it, as `2021-09-27`. A time behind it is left
 * out, and the day is that of the file's own zone. `undefined` for what is no date.
 */
export const readDay = ({
  order = 'month-first',
  text: given,
}: ReadDayArgs): string | undefined => {
  const text = given.trim()
  const first = YEAR_FIRST.exec(text)
  if (first) {
    return toDate(first[1]!, first[3]!, first[4]!)
  }
  const last = YEAR_LAST.exec(text)
  if (last) {
    const [, a, separator, b, year] = last as unknown as [string, string, string, string, string]
    const whole = year.length === 2 ? `20${year}` : year
    const isDayFirst =
      separator === '.' || Number(a) > 12 || (order === 'day-first' && Number(b) <= 12)
    return isDayFirst ? toDate(whole, b, a) : toDate(whole, a, b)
  }
  const named = DAY_AND_NAME.exec(text)
  if (named) {
    return toDate(named[3]!, toMonth(named[2]!), named[1]!)
  }
  const american = NAME_AND_DAY.exec(text)
  return american ? toDate(american[3]!, toMonth(american[1]!), american[2]!) : undefined
}

const toMonth = (name: string): string => String(MONTHS.indexOf(name.toLowerCase()) + 1)

const toDate = (year: string, month: string, day: string): string | undefined => {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined
}

/**
 * Which of the two numbers of dates as `05/04/2022` is the day, by dates of one file: whichever is
 * over 12 in any of them. `undefined` where none tells.
 */
export const findDayOrder = (texts: Iterable<string>): DayOrder | undefined => {
  let order: DayOrder | undefined
  for (const text of texts) {
    const [, a, separator, b] = YEAR_LAST.exec(text.trim()) ?? []
    if (separator !== undefined && separator !== '.' && (Number(a) > 12 || Number(b) > 12)) {
      order = Number(a) > 12 ? 'day-first' : 'month-first'
    }
  }
  return order
}
