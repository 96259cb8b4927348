/** A season by its days, `YYYY-MM-DD`, to tell which of two of one year a match belongs to. */
export type SeasonSpan = { end: null | string; id: string; start: string }
