import { expect, it } from 'vitest'

import type { Move } from './project/createChaosTest.js'

import { createRandom } from '../long/createRandom.js'
import { SEED } from '../long/SEED.js'
import { toCount } from '../long/toCount.js'
import { waitFor } from '../project/waitFor.js'
import { createChaosTest } from './project/createChaosTest.js'
import { createGate } from './project/createGate.js'
import { takeTurns } from './project/takeTurns.js'
import { toGames } from './project/toGames.js'

const QUEUED_RUNS = toCount({ long: 200, short: 60 })
/** Turns of the event loop that an answer may take: some milliseconds. */
const MOST_TURNS = 2000
const COUNT = 8
const BULK_PER_WORKER = 2
const LIVE_RUNS = 6
const WORKERS = 4

/** What is queued of each provider. */
const BULK_WORK = [
  { mode: 'full', resource: 'clubs' },
  { mode: 'full', resource: 'games' },
  { mode: 'incremental', resource: 'games' },
] as const

/** Pairs of runs with one key that were at work at the same time. */
const findOverlaps = (moves: readonly Move[]): string[] => {
  const working = new Map<string, Set<number>>()
  return moves.flatMap(({ key, runId, status }) => {
    const runs = working.get(key) ?? new Set()
    working.set(key, runs)
    if (status !== 'running') {
      runs.delete(runId)
      return []
    }
    runs.add(runId)
    return runs.size > 1 ? [`${key}: ${[...runs].join(' and ')}`] : []
  })
}

it(`should do ${QUEUED_RUNS} queued runs once each in four processes, and live ones at once`, async () => {
  console.log(`Seed: ${SEED}`)
  const random = createRandom(SEED)
  const providers = Array.from(
    { length: Math.ceil(QUEUED_RUNS / BULK_WORK.length) },
    (_, index) => `provider-${index}`,
  )
  const { findMoves, provider, query, queue, startWorker } = await createChaosTest({
    // Two of a connection at once: games in full and games by change want the same lock then.
    options: { worker: { concurrency: { bulk: BULK_PER_WORKER }, perConnection: 2 } },
    providers,
    records: toGames({ count: COUNT, score: 0 }),
  })
  // Bulk work hangs until the live runs have had their turn: its workers are taken all that time.
  const { open: release, opened: released } = createGate()
  provider.behave(async ({ mode, path }) => {
    if (mode !== 'live' && path !== '/scopes') {
      await released
    }
    await takeTurns(random() * MOST_TURNS)
  })
  const workers = Array.from({ length: WORKERS }, () => startWorker())
  await Promise.all(workers.map(({ ready }) => ready))

  const bulk: number[] = []
  for (const work of BULK_WORK) {
    for (const name of providers) {
      bulk.push(Number((await queue({ provider: name, ...work })).id))
    }
  }
  const isSaturated = async (): Promise<boolean> => {
    const [row] = await query<{ working: number }>(
      "select count(*)::int as working from sync_logs where lane = 'bulk' and status = 'running'",
    )
    return row?.working === WORKERS * BULK_PER_WORKER
  }
  await waitFor({ event: 'every worker of bulk work to be taken', look: isSaturated })
  const live: number[] = []
  for (let index = 0; index < LIVE_RUNS; index += 1) {
    const { id } = await queue({ mode: 'live', provider: providers[index % providers.length] })
    live.push(Number(id))
    await waitFor({
      event: `live run ${id} to start`,
      look: async () =>
        (await findMoves()).some(({ runId, status }) => runId === id && status === 'running'),
    })
  }
  expect(await isSaturated()).toBe(true)
  release()
  await waitFor({
    event: 'all runs to end',
    look: async () => {
      const [row] = await query<{ open: number }>(
        "select count(*)::int as open from sync_logs where status in ('queued', 'running')",
      )
      return row?.open === 0
    },
    timeoutMs: 600_000,
  })

  const moves = await findMoves()
  const countOf = (runId: number, status: string): number =>
    moves.filter((move) => move.runId === runId && move.status === status).length
  for (const runId of [...bulk, ...live]) {
    expect([runId, countOf(runId, 'running'), countOf(runId, 'completed')]).toEqual([runId, 1, 1])
  }
  expect(findOverlaps(moves.filter(({ status }) => status !== 'queued'))).toEqual([])
  // The same from the other side, which cannot be wrong about who asked.
  expect(provider.overlaps).toEqual([])

  const waits = live.map((runId) => {
    const at = (wanted: string): number =>
      moves.find((move) => move.runId === runId && move.status === wanted)!.at
    return at('running') - at('queued')
  })
  // How long is for the machine to say. That they did not wait for bulk work is shown above: it was
  // released when they had started.
  console.log(`Live runs waited ${waits.join(', ')} ms.`)

  const games = await query<{ provider: string; stored: number }>(
    'select provider, count(*)::int as stored from matches group by provider',
  )
  expect(games).toHaveLength(providers.length)
  expect(games.every(({ stored }) => stored === COUNT)).toBe(true)
  const [rewritten] = await query<{ count: number }>(
    'select count(*)::int as count from matches where writes > 1',
  )
  expect(rewritten?.count, 'documents written more than once').toBe(0)
})
