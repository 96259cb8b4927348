import type { Payload } from 'payload'

import type { MemoryMatch } from './createMemoryProvider.js'

import { startRun } from '../../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../../src/sync/runtime/drainSync.js'
import { openTestProject } from '../../project/openTestProject.js'
import { createMemoryProvider, makeMatches, toMatchDocument } from './createMemoryProvider.js'

const COUNT = Number(process.env.BENCH_RECORDS ?? 2000)
/** The loop is slow, and as slow for few as for many. */
const LOOP_COUNT = 300
const ROUNDS = 3
const CASES = ['first load', 'nothing changed', '1 % changed', 'all changed'] as const

type Case = (typeof CASES)[number]
type Measured = { cpuMs: number; perSecond: number }

/**
 * Matches into the real collection with all its hooks: this plugin, and the loop that people write
 * instead of it, in turns. Medians of the rounds, and how often the one is as fast as the other.
 */
export const measureWrites = async ({ databaseUrl }: { databaseUrl: string }): Promise<void> => {
  let matches: MemoryMatch[] = []
  const payload = await openTestProject({
    databaseUrl,
    onLog: () => undefined,
    options: { providers: [createMemoryProvider({ pageSize: 500, read: () => matches })] },
  })
  await sync({ payload, resource: 'teams' })
  const teams = await findTeams(payload)
  const measured = new Map<string, Measured[]>()
  const note = (name: string, value: Measured): void => {
    measured.set(name, [...(measured.get(name) ?? []), value])
  }

  for (let round = 0; round < ROUNDS; round += 1) {
    matches = makeMatches({ count: COUNT, seed: round + 1 })
    await clear(payload)
    for (const name of CASES) {
      matches = change({ name, matches })
      note(`plugin ${name}`, await measure(COUNT, () => sync({ payload, resource: 'matches' })))
    }
    matches = makeMatches({ count: LOOP_COUNT, seed: round + 1 })
    await clear(payload)
    for (const name of CASES) {
      matches = change({ name, matches })
      note(`loop ${name}`, await measure(LOOP_COUNT, () => loop({ matches, payload, teams })))
    }
  }
  const median = (name: string, key: keyof Measured): number => {
    const values = measured.get(name)!.map((each) => each[key])
    return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!
  }
  console.log(`Writes, ${COUNT} records by the plugin and ${LOOP_COUNT} by the loop:`)
  for (const name of CASES) {
    const [loopRate, pluginRate] = ['loop', 'plugin'].map((who) =>
      median(`${who} ${name}`, 'perSecond'),
    )
    const [loopCpu, pluginCpu] = ['loop', 'plugin'].map((who) => median(`${who} ${name}`, 'cpuMs'))
    console.log(
      `  ${name.padEnd(16)} loop ${loopRate!.toFixed(0)}/s, plugin ${pluginRate!.toFixed(0)}/s, ` +
        `${(pluginRate! / loopRate!).toFixed(1)} times (CPU ${(loopCpu! / pluginCpu!).toFixed(1)} times, ` +
        `${pluginCpu!.toFixed(2)} ms a record)`,
    )
  }
}

type ChangeArgs = { matches: readonly MemoryMatch[]; name: Case }

const change = ({ name, matches }: ChangeArgs): MemoryMatch[] =>
  matches.map((match, index) =>
    name === 'all changed' || (name === '1 % changed' && index % 100 === 0)
      ? { ...match, homeScore: match.homeScore + 1, state: 'live' }
      : match,
  )

const measure = async (count: number, work: () => Promise<void>): Promise<Measured> => {
  const cpu = process.cpuUsage()
  const begun = performance.now()
  await work()
  const seconds = (performance.now() - begun) / 1000
  const { system, user } = process.cpuUsage(cpu)
  return { cpuMs: (user + system) / 1000 / count, perSecond: count / seconds }
}

const sync = async ({ payload, resource }: { payload: Payload; resource: string }) => {
  const [run] = await startRun({
    initiatedBy: null,
    mode: 'full',
    payload,
    provider: 'memory',
    resource,
    trigger: 'cli',
  })
  await drainSync({ payload })
  const { docs } = await payload.find({
    collection: 'syncLogs',
    where: { id: { equals: run!.id } },
  })
  if (docs[0]?.status !== 'completed') {
    throw new Error(`The run of ${resource} ended ${String(docs[0]?.status)}.`)
  }
}

const findTeams = async (payload: Payload): Promise<ReadonlyMap<string, number>> => {
  const { docs } = await payload.find({ collection: 'teams', limit: 0 })
  return new Map(docs.map(({ id, externalId }) => [String(externalId), Number(id)]))
}

type LoopArgs = {
  matches: readonly MemoryMatch[]
  payload: Payload
  teams: ReadonlyMap<string, number>
}

/** What people write: look for the external id, then create or update. */
const loop = async ({ matches, payload, teams }: LoopArgs): Promise<void> => {
  for (const match of matches) {
    const data = {
      ...toMatchDocument(match),
      awayTeam: teams.get(match.awayTeam),
      externalId: match.id,
      homeTeam: teams.get(match.homeTeam),
      provider: 'memory',
    }
    const { docs } = await payload.find({
      collection: 'matches',
      depth: 0,
      limit: 1,
      where: { externalId: { equals: match.id } },
    })
    const [found] = docs
    await (found
      ? payload.update({ id: found.id, collection: 'matches', data, depth: 0 })
      : payload.create({ collection: 'matches', data, depth: 0 }))
  }
}

const clear = async (payload: Payload): Promise<void> => {
  const { pool } = payload.db as unknown as { pool: { query: (text: string) => Promise<unknown> } }
  await pool.query("delete from sync_records where resource = 'matches'; delete from matches")
}
