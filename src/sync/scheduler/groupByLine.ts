import type { Schedule } from '../schedule/Schedule.js'

type GroupByLineArgs<TItem> = {
  items: readonly TItem[]
  scheduleOf: (item: TItem) => Schedule
}

/** What belongs to schedules of one connection and lane, in its order; no group is empty. */
export const groupByLine = <TItem>({
  items,
  scheduleOf,
}: GroupByLineArgs<TItem>): [TItem, ...TItem[]][] => {
  const groups = new Map<string, [TItem, ...TItem[]]>()
  for (const item of items) {
    const { connection, mode, provider } = scheduleOf(item)
    const key = JSON.stringify([provider, connection, mode === 'live'])
    const group = groups.get(key)
    if (group) {
      group.push(item)
    } else {
      groups.set(key, [item])
    }
  }
  return [...groups.values()]
}
