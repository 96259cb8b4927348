type GroupByArgs<TItem, TKey> = { items: readonly TItem[]; keyOf: (item: TItem) => TKey }

/** Items with the same key together, in their order; as `Map.groupBy` of newer versions of Node.js. */
export const groupBy = <TItem, TKey>({
  items,
  keyOf,
}: GroupByArgs<TItem, TKey>): Map<TKey, TItem[]> => {
  const groups = new Map<TKey, TItem[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group) {
      group.push(item)
    } else {
      groups.set(key, [item])
    }
  }
  return groups
}
