type CronField = {
  /**
   * How many values go round; absent where the round is not always as long, as of days of a month.
   */
  cycle?: number
  from: number
  to: number
}

const FIELDS: readonly CronField[] = [
  { cycle: 60, from: 0, to: 59 },
  { cycle: 24, from: 0, to: 23 },
  { from: 1, to: 31 },
  { cycle: 12, from: 1, to: 12 },
  { cycle: 7, from: 0, to: 6 },
]

/**
 * A cron expression with every step that does not come out even written as a list: in
 * `*\/45 * * * *` the gaps are 45 minutes and 15, so that "every 45 minutes" would not be true of
 * it, and `0,45 * * * *` says when it is. Steps that come out even stay as they are.
 */
export const expandSteps = (cron: string): string => {
  const parts = cron.trim().split(/\s+/)
  return parts.length === FIELDS.length
    ? parts.map((text, index) => expandField({ field: FIELDS[index]!, text })).join(' ')
    : cron
}

type ExpandArgs = { field: CronField; text: string }

const expandField = ({ field, text }: ExpandArgs): string => {
  const items = text.split(',')
  if (!items.some((item) => isUneven({ field, text: item }))) {
    return text
  }
  const values = items.map((item) => listValues({ field, text: item }))
  // Names and the like: there is no list to make of them.
  if (values.includes(undefined)) {
    return text
  }
  return [...new Set(values.flatMap((found) => found ?? []))].toSorted((a, b) => a - b).join(',')
}

const ITEM = /^(?:(\*)|(\d+)(?:-(\d+))?)(?:\/(\d+))?$/

const isUneven = ({ field: { cycle }, text }: ExpandArgs): boolean => {
  const step = Number(ITEM.exec(text)?.[4] ?? 1)
  return step > 1 && (cycle === undefined || cycle % step !== 0)
}

/** The values that an item of a list stands for: `1-9/4` for 1, 5 and 9. */
const listValues = ({ field, text }: ExpandArgs): number[] | undefined => {
  const [item, isAll, start, end, by] = ITEM.exec(text) ?? []
  if (item === undefined) {
    return undefined
  }
  const from = isAll ? field.from : Number(start)
  const to = end === undefined ? (isAll || by ? field.to : from) : Number(end)
  const step = Math.max(1, Number(by ?? 1))
  return Array.from(
    { length: Math.floor((to - from) / step) + 1 },
    (_, index) => from + index * step,
  )
}
