/** What one document adds to what is told of many. */
export type RecordGist = {
  /** An exact decimal and what it is counted in: `{ unit: 'EUR', value: '7.99' }`. */
  amount?: { unit: string; value: string }
  /** The day it is about, as `toDay` makes one, or a moment in ISO 8601. */
  day?: string
  /** Its values by which people tell documents apart, by field. */
  groups?: Readonly<Record<string, string>>
}

/** How many documents of a collection are summed up. */
export type RecordOverview = {
  /** The exact sum of amounts. */
  add: (amounts: readonly string[]) => string
  /** What a mapped document adds. */
  read: (document: Readonly<Record<string, unknown>>) => RecordGist
}
