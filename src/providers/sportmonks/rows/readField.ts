type ReadFieldArgs = { name: string; row: unknown }

/** A field of a row whose shape nobody has checked yet. */
export const readField = ({ name, row }: ReadFieldArgs): unknown =>
  typeof row === 'object' && row !== null ? (row as Record<string, unknown>)[name] : undefined
