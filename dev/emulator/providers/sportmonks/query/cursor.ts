/** An opaque token for a place in a list. Clients must not look inside, so neither need we. */
export const writeCursor = (offset: number): string =>
  Buffer.from(JSON.stringify({ after: offset })).toString('base64url')

/** The place, or `null` for a text that is not one of our tokens. */
export const readCursor = (cursor: string): null | number => {
  const offset = /^\{"after":(\d+)\}$/.exec(Buffer.from(cursor, 'base64url').toString())?.[1]
  return offset === undefined ? null : Number(offset)
}
