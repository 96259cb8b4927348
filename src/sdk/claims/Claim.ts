/**
 * What the word of one scope on a record counts beside the words of others.
 *
 * Of several claims of one rank only one speaks, so that no record is made half of one and half of
 * another: one that holds before one that does not, then the one that holds since the latest day,
 * then the one that spoke before, then the one whose scope has the smallest key. The ranks complete
 * each other: a field is taken from the highest rank that has a value for it. A claim ends when its
 * scope was read as a whole and does not list the record any more.
 */
export type Claim = {
  /** Since when what it says holds, `YYYY-MM-DD`. @default unknown, before every day */
  from?: null | string | undefined
  /** Whether what it says holds now. If not, it contests nothing. @default true */
  holds?: boolean
  /** The greater one counts more. @default 0 */
  rank?: number
}
