type ReadPathArgs = { path: readonly string[]; row: unknown }

/** A value inside a row whose shape nobody has checked yet; `undefined` where it is not there. */
export const readPath = ({ path, row }: ReadPathArgs): unknown =>
  path.reduce(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? (value as Record<string, unknown>)[key]
        : undefined,
    row,
  )
