type Item = Readonly<Record<string, number | string>>

type SumTotalsArgs = {
  items: readonly Item[]
  /** What is kept apart. Everything else that is a number is added up. */
  labels: readonly string[]
}

export type Summed = { labels: Record<string, string>; sums: Record<string, number> }

/** Adds up the numbers of items that have the same labels. */
export const sumTotals = ({ items, labels }: SumTotalsArgs): Summed[] => {
  const summed = new Map<string, Summed>()
  for (const item of items) {
    const own = Object.fromEntries(labels.map((label) => [label, String(item[label] ?? '')]))
    const key = JSON.stringify(own)
    const sums: Record<string, number> = summed.get(key)?.sums ?? {}
    for (const [name, value] of Object.entries(item)) {
      if (typeof value === 'number' && !labels.includes(name)) {
        sums[name] = (sums[name] ?? 0) + value
      }
    }
    summed.set(key, { labels: own, sums })
  }
  return [...summed.values()]
}
