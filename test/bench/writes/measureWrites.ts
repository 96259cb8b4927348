import type { Measurement } from './Measured.js'
import type { Bench } from './openBench.js'
import type { Line } from './report.js'

import { readMemory } from './measureMemory.js'
import { measureSize } from './measureSize.js'
import { openBench } from './openBench.js'
import { loadImport } from './peers/writeByImport.js'
import { BARS, toLines, toTable, writeResults } from './report.js'

type MeasureArgs = { databaseUrl: string }

/** How many records: `BENCH_RECORDS=2000,20000,100000`. */
const SIZES = (process.env.BENCH_RECORDS ?? '2000,20000').split(',').map(Number)
const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 3)

/**
 * Matches into the real collection with all its hooks: this plugin, the loop that people write
 * instead of it, the upsert of the import plugin, and bare SQL, in turns. Prints the table of the
 * README and keeps the numbers.
 */
export const measureWrites = async ({ databaseUrl }: MeasureArgs): Promise<void> => {
  const bench = await openBench({ databaseUrl })
  const lines = await measureAll({ bench, rounds: ROUNDS, sizes: SIZES })
  await bench.close()
  const file = writeResults({ lines, memory: readMemory(), rounds: ROUNDS })
  console.log(`\n${toTable(lines)}\n\nKept in ${file}.`)
}

/**
 * Records that nobody measures: about as long for this plugin as the 200 of its peers are for them.
 * A process that has just started compiles for some seconds, and a server runs for days.
 */
const WARM_UP = 2000

/** Few, and enough that what a run takes beside its records does not count. */
const SHORT = { isShort: true, rounds: 3, sizes: [2000] }
/** The share of a bar under which a build fails. */
const LEAST = 0.6

/**
 * The same with few records, for a build. What is too slow is measured a second time, in case that
 * the machine was busy with something else.
 *
 * @throws Error where something is much slower than it was
 */
export const measureShort = async ({ databaseUrl }: MeasureArgs): Promise<void> => {
  const bench = await openBench({ databaseUrl })
  const first = await findSlow(bench)
  const slow = first.length > 0 ? await findSlow(bench) : []
  await bench.close()
  if (slow.length > 0) {
    throw new Error(`Slower than 60 % of its bar: ${slow.join(', ')}.`)
  }
}

const findSlow = async (bench: Bench): Promise<string[]> => {
  const lines = await measureAll({ ...SHORT, bench })
  console.log(`\n${toTable(lines)}\n`)
  return lines
    .filter((line) => Math.max(line.byCpu, line.byWall) < LEAST * toBar(line))
    .map((line) => `${line.case} (bar ${BARS[line.case]})`)
}

const toBar = ({ case: name }: Line): number => BARS[name] ?? 0

type MeasureAllArgs = {
  bench: Bench
  /** Without the import plugin, which has to be fetched. @default false */
  isShort?: boolean
  rounds: number
  sizes: readonly number[]
}

const measureAll = async ({
  bench,
  isShort = false,
  rounds,
  sizes,
}: MeasureAllArgs): Promise<Line[]> => {
  const createImport = isShort ? undefined : await loadImport()
  const measured: Measurement[] = []
  for (const size of sizes) {
    // Round 0 lets everybody be compiled, and does not count.
    for (let round = 0; round <= rounds; round += 1) {
      const args = { bench, createImport, round, size: round === 0 ? WARM_UP : size }
      const some = await measureSize(args)
      measured.push(...(round === 0 ? [] : some))
      console.log(`Writes: ${size} records, round ${round} of ${rounds}.`)
    }
  }
  return toLines(measured)
}
