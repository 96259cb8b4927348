import type { Measured, Measurement, Who } from './Measured.js'
import type { Bench, SyncedWindow } from './openBench.js'
import type { loadImport } from './peers/writeByImport.js'
import type { BenchMatch, Step } from './records/matches.js'

import { toMs } from './openBench.js'
import { writeByImport } from './peers/writeByImport.js'
import { writeByLoop } from './peers/writeByLoop.js'
import { writeBySql } from './peers/writeBySql.js'
import { LIVE_COUNT, toMatchDocument, toShowDocument } from './records/matches.js'

/** The peers are slow, and as slow for few as for many. */
const MOST_OF_PEERS = 200
const MOST_SHOWS_OF_PEERS = 100
const POLLS = 20

/** A run that changes nothing can be had again, and is over before the machine has settled. */
const LOOKS = 7

const CASES: readonly (readonly [string, Step])[] = [
  ['first load', 'same'],
  ['nothing changed', 'same'],
  ['1 % changed', 'one'],
  ['all changed', 'all'],
]

type MeasureSizeArgs = {
  bench: Bench
  createImport: Awaited<ReturnType<typeof loadImport>>
  round: number
  size: number
}

/** Every case once with every writer, each on an empty collection of its own. */
export const measureSize = async (args: MeasureSizeArgs): Promise<Measurement[]> => {
  const { createImport, round, size } = args
  const writers: Who[] = ['plugin', 'loop', 'sql', ...(createImport ? (['import'] as const) : [])]
  // Who begins changes with the round: the first one pays for caches of the others.
  const turn = round % writers.length
  const measured: OneCase[] = []
  for (const who of [...writers.slice(turn), ...writers.slice(0, turn)]) {
    measured.push(...(await measureWriter({ ...args, who })))
  }
  return measured.map((each) => ({ ...each, size }))
}

type MeasureWriterArgs = { who: Who } & MeasureSizeArgs
type OneCase = Omit<Measurement, 'size'>

const measureWriter = async (args: MeasureWriterArgs): Promise<OneCase[]> => {
  const { bench, round, size, who } = args
  const count = isPeer(who) ? Math.min(size, MOST_OF_PEERS) : size
  const seed = round + 1
  const measured: OneCase[] = []
  await bench.clear()
  for (const [name, step] of CASES) {
    await bench.server.make({ count, seed, step })
    const onlyLooks = name === 'nothing changed'
    const times = onlyLooks && who === 'plugin' ? LOOKS : 1
    const all: Measured[] = []
    for (let time = 0; time < times; time += 1) {
      all.push(await write({ ...args, count, onlyLooks }))
    }
    measured.push({ case: name, who, ...toMiddle(all) })
  }
  if (who === 'plugin' || who === 'loop') {
    measured.push(...(await measurePolls(args)), ...(await measureShows({ ...args, count })))
  }
  return measured
}

const isPeer = (who: Who): boolean => who === 'loop' || who === 'import'

/** From the answer of each poll to its commit. */
const measurePolls = async ({ bench, round, size, who }: MeasureWriterArgs): Promise<OneCase[]> => {
  const seed = round + 100
  await bench.clear()
  await bench.server.make({ count: LIVE_COUNT, seed, step: 'same' })
  await bench.sync({ resource: 'matches' })
  const polls: Measured[] = []
  // The loop takes as long for each poll, and few records are only to warm up.
  const count = who === 'loop' || size < LIVE_COUNT ? 1 : POLLS
  for (let poll = 1; poll <= count; poll += 1) {
    await bench.server.make({ count: LIVE_COUNT, seed, step: `poll ${poll}` })
    polls.push(
      who === 'loop'
        ? await measureLoop({ bench, collection: 'matches', count: LIVE_COUNT })
        : { ...(await bench.sync({ mode: 'live', resource: 'matches' })), records: LIVE_COUNT },
    )
  }
  return [{ case: 'live poll of 246, 13 changed', who, ...toMiddle(polls) }]
}

const toMiddle = (measured: readonly Measured[]): Measured =>
  measured.toSorted((a, b) => a.ms - b.ms)[Math.floor(measured.length / 2)]!

type MeasureShowsArgs = { count: number } & MeasureWriterArgs

const measureShows = async ({ bench, count, round, who }: MeasureShowsArgs): Promise<OneCase[]> => {
  const few = Math.min(count, who === 'loop' ? MOST_SHOWS_OF_PEERS : 2000)
  const measured: OneCase[] = []
  await bench.clear()
  for (const [name, step] of [
    ['joined path, first load', 'same'],
    ['joined path, all changed', 'all'],
  ] as const) {
    await bench.server.make({ count: few, seed: round + 1, step })
    const took =
      who === 'loop'
        ? await measureLoop({ bench, collection: 'shows', count: few })
        : { ...(await bench.sync({ resource: 'shows' })), records: few }
    measured.push({ case: name, who, ...took })
  }
  return measured
}

type MeasureLoopArgs = { bench: Bench; collection: 'matches' | 'shows'; count: number }

const measureLoop = async ({ bench, collection, count }: MeasureLoopArgs): Promise<Measured> => {
  const { payload, server, teams } = bench
  const toDocument = collection === 'shows' ? toShowDocument : toDocumentOf(teams)
  return await measure({
    bench,
    count,
    work: () => writeByLoop({ collection, payload, read: server.read, toDocument }),
  })
}

type WriteArgs = { count: number; onlyLooks: boolean } & MeasureWriterArgs

const write = async ({
  bench,
  count,
  createImport,
  onlyLooks,
  who,
}: WriteArgs): Promise<Measured> => {
  const { payload, server, teams, user } = bench
  const { read } = server
  switch (who) {
    case 'import':
      return await measure({
        bench,
        count,
        work: () =>
          writeByImport({
            collection: 'matches',
            createImport: createImport!,
            payload,
            read,
            toDocument: toDocumentOf(teams),
            user,
          }),
      })
    case 'loop':
      return await measureLoop({ bench, collection: 'matches', count })
    case 'sql':
      return await measure({
        bench,
        count,
        work: () => writeBySql({ onlyLooks, payload, read, teams }),
      })
    default:
      return { ...(await bench.sync({ resource: 'matches' })), records: count }
  }
}

const toDocumentOf = (teams: ReadonlyMap<string, number>) => (match: BenchMatch) => ({
  ...toMatchDocument(match),
  awayTeam: teams.get(match.awayTeam),
  homeTeam: teams.get(match.homeTeam),
})

type MeasureArgs = { bench: Bench; count: number; work: () => Promise<void> }

const measure = async ({ bench, count, work }: MeasureArgs): Promise<Measured> => {
  bench.startCounting()
  const cpu = process.cpuUsage()
  const begun = performance.now()
  await work()
  const took: SyncedWindow = {
    cpuMs: toMs(process.cpuUsage(cpu)),
    ms: performance.now() - begun,
    statements: bench.statements(),
  }
  return { ...took, records: count }
}
