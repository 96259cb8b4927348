/** A field that the provider speaks of. Every value it or an editor gives is given once only. */
export type Field = {
  /** Of the provider's record. */
  key: 'city' | 'kickOff' | 'name' | 'score' | 'stadium'
  /** In the document. */
  path: string
  /** What an editor types, who is nobody else's value. */
  toEdited: (count: number) => number | string
  toSaid: (count: number) => number | string
}

const FIRST_HOUR = Date.UTC(2026, 0, 1)
const HOUR_MS = 3_600_000

const toHour = (count: number): string => new Date(FIRST_HOUR + count * HOUR_MS).toISOString()

export const FIELDS: readonly Field[] = [
  {
    key: 'name',
    path: 'title',
    toEdited: (count) => `Edited ${count}`,
    toSaid: (count) => `Game ${count}`,
  },
  { key: 'score', path: 'homeScore', toEdited: (count) => 1_000_000 + count, toSaid: Number },
  {
    key: 'kickOff',
    path: 'startsAt',
    toEdited: (count) => toHour(1_000_000 + count),
    toSaid: toHour,
  },
  {
    key: 'city',
    path: 'venue.city',
    toEdited: (count) => `Edited ${count}`,
    toSaid: (count) => `City ${count}`,
  },
  {
    key: 'stadium',
    path: 'venue.name',
    toEdited: (count) => `Edited ${count}`,
    toSaid: (count) => `Stadium ${count}`,
  },
]

/** Whose field no provider speaks of. */
export const OWN_PATH = 'round'

/** `venue.city` and a value as a document that holds nothing else. */
export const toDocument = (path: string, value: unknown): Record<string, unknown> =>
  path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value) as Record<
    string,
    unknown
  >

export const readPath = (document: Record<string, unknown>, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (value as null | Record<string, unknown>)?.[key], document)

/** A document with one more value in it. */
export const withPath = (
  document: Record<string, unknown>,
  path: string,
  value: unknown,
): Record<string, unknown> => {
  const [key = '', ...rest] = path.split('.')
  const inner = (document[key] ?? {}) as Record<string, unknown>
  return { ...document, [key]: rest.length > 0 ? withPath(inner, rest.join('.'), value) : value }
}
