const LARGE_WHOLE = /^-?\d{16,}$/

/** A whole number that JavaScript cannot hold exactly, as our JSON reader hands it on. */
export const isLargeWhole = (value: unknown): value is string =>
  typeof value === 'string' && LARGE_WHOLE.test(value) && !Number.isSafeInteger(Number(value))

type FindRoundedArgs = { id: string; record: unknown }

/**
 * A number in a record that its id was made of and that has lost digits on its way: two records may
 * have the same. Whoever reads JSON by other means than ours gets such numbers.
 */
export const findRounded = ({ id, record }: FindRoundedArgs): number | undefined =>
  /\d{16}|e\+/.test(id) ? find(id, [record]) : undefined

/** Level by level, so that no depth is too deep. */
const find = (id: string, values: readonly unknown[]): number | undefined => {
  const known = new Set<unknown>()
  let level = values
  while (level.length > 0) {
    const rounded = level.find(
      (value): value is number =>
        typeof value === 'number' &&
        Number.isInteger(value) &&
        !Number.isSafeInteger(value) &&
        id.includes(String(value)),
    )
    if (rounded !== undefined) {
      return rounded
    }
    const objects = level.filter(
      (value): value is object =>
        typeof value === 'object' &&
        value !== null &&
        !known.has(value) &&
        known.add(value) !== null,
    )
    level = objects.flatMap((value) => Object.values(value) as unknown[])
  }
  return undefined
}
