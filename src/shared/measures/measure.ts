import type { MeasureName } from './MEASURES.js'

import { MEASURES } from './MEASURES.js'

export type Labels = Readonly<Record<string, string>>

/** One line of what was measured, without its name. */
export type Measured = {
  /** Of a histogram: how many were in each part or below, in the order of its buckets. */
  buckets: number[]
  /** Of a histogram: how many there were. */
  count: number
  labels: Labels
  /** Of a histogram: the sum of all. */
  value: number
}

/** Held by the process, because a bundler may load this module more than once. */
const KEY = Symbol.for('payload-plugin-sync/measures')

type Book = Map<MeasureName, Map<string, Measured>>

const getBook = (): Book => {
  const store = globalThis as { [KEY]?: Book }
  store[KEY] ??= new Map()
  return store[KEY]
}

type MeasureArgs = { labels?: Labels; name: MeasureName }

const getLine = ({ name, labels = {} }: MeasureArgs): Measured => {
  const book = getBook()
  const lines = book.get(name) ?? new Map<string, Measured>()
  book.set(name, lines)
  const key = MEASURES[name].labels.map((label) => labels[label] ?? '').join('\u0000')
  const line = lines.get(key) ?? {
    buckets: (MEASURES[name].buckets ?? []).map(() => 0),
    count: 0,
    labels,
    value: 0,
  }
  lines.set(key, line)
  return line
}

/** Counts one more. Costs nothing to speak of, so it is done whether anybody reads it or not. */
export const countOne = (args: MeasureArgs): void => {
  getLine(args).value += 1
}

/** Notes how something is now. */
export const noteValue = ({ value, ...args }: { value: number } & MeasureArgs): void => {
  getLine(args).value = value
}

/** Adds a duration to a histogram. */
export const noteSeconds = ({ seconds, ...args }: { seconds: number } & MeasureArgs): void => {
  const line = getLine(args)
  line.count += 1
  line.value += seconds
  MEASURES[args.name].buckets?.forEach((bound, index) => {
    if (seconds <= bound) {
      line.buckets[index]! += 1
    }
  })
}

/** All that this process has measured so far. */
export const readMeasures = (name: MeasureName): readonly Measured[] => [
  ...(getBook().get(name)?.values() ?? []),
]
