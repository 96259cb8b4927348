import { expect, it } from 'vitest'

import type { StoredGame } from './project/createChaosTest.js'

import { createRandom } from '../long/createRandom.js'
import { SEED } from '../long/SEED.js'
import { toCount } from '../long/toCount.js'
import { waitFor } from '../project/waitFor.js'
import { createChaosTest } from './project/createChaosTest.js'
import { takeTurns } from './project/takeTurns.js'
import { toGames } from './project/toGames.js'

const KILLS = toCount({ long: 50, short: 4 })
const COUNT = 60
const SCOPES = 3
/** That a run makes: for the list of the scopes, and for three pages of each. */
const REQUESTS = 1 + 3 * SCOPES
/** Turns of the event loop that an answer may take: some milliseconds. */
const MOST_TURNS = 2000

/**
 * Everything of a stored record that says what the provider said. The hash covers the ids of the
 * documents it points to, which are others after each first sync.
 */
const RECORDS = `
  select resource, external_id, hash is null as is_open, base, absences, scope, mapping_version
  from sync_records order by resource, external_id
`

/** The games, but for how often each was written. */
const withoutWrites = (games: readonly StoredGame[]): Omit<StoredGame, 'writes'>[] =>
  games.map(({ writes: _, ...game }) => game)

it(`should end as an undisturbed run does when its worker is killed (${KILLS} kills, seed ${SEED})`, async () => {
  console.log(`Seed: ${SEED}`)
  const random = createRandom(SEED)
  const { findGames, findRun, payload, provider, query, queue, startWorker, waitForStatus } =
    await createChaosTest({
      options: { batchSize: 4 },
      pageSize: 7,
      records: toGames({ count: COUNT, scopes: SCOPES, score: 0 }),
    })
  let killAt = Infinity
  provider.behave(async ({ worker }) => {
    const isLast = provider.requests.length === killAt
    await takeTurns(random() * MOST_TURNS)
    if (isLast) {
      process.kill(worker, 'SIGKILL')
    }
  })
  let workers = [startWorker(), startWorker(), startWorker()]
  await Promise.all(workers.map(({ ready }) => ready))

  const forgetAll = async (): Promise<void> => {
    for (const collection of ['matches', 'teams'] as const) {
      await payload.delete({ collection, where: { id: { exists: true } } })
    }
    await query('delete from sync_records')
  }
  const findState = async (runId: number | string) => ({
    counts: (await findRun(runId)).counts,
    games: withoutWrites(await findGames()),
    records: await query(RECORDS),
    teams: (await payload.count({ collection: 'teams' })).totalDocs,
  })
  const setScore = (score: number): void => {
    provider.setRecords(toGames({ count: COUNT, scopes: SCOPES, score }))
  }

  // What a first sync and a sync of changes come to when nobody disturbs them.
  const first = await queue()
  await waitForStatus(first.id, 'completed')
  const firstState = await findState(first.id)
  expect(firstState).toMatchObject({ counts: { created: COUNT, fetched: COUNT }, teams: 7 })
  setScore(1)
  const changes = await queue()
  await waitForStatus(changes.id, 'completed')
  const changedState = await findState(changes.id)
  expect(changedState).toMatchObject({ counts: { fetched: COUNT, updated: COUNT } })

  for (let kill = 1; kill <= KILLS; kill += 1) {
    // In turns: one that creates everything, one that changes everything.
    const isFirst = kill % 2 === 1
    if (isFirst) {
      await forgetAll()
    }
    setScore(isFirst ? 0 : 1)

    // Any request but the last: there is work left to do then, on a machine of any speed.
    const nth = 1 + Math.floor(random() * (REQUESTS - 1))
    killAt = provider.requests.length + nth
    const run = await queue()
    const { worker: pid } = await waitFor({
      event: `request ${nth} of the run`,
      look: () => provider.requests[killAt - 1],
    })
    const victim = workers.find((worker) => worker.pid === pid)!
    await victim.exited
    const replacement = startWorker()
    workers = [...workers.filter((worker) => worker !== victim), replacement]

    const ended = await waitForStatus(run.id, 'completed', 'failed', 'partial')

    expect(ended).toMatchObject({ attempt: 2, error: null, status: 'completed' })
    const expected = isFirst ? firstState : changedState
    expect(await findState(run.id)).toEqual(expected)
    const writes = (await findGames()).map((game) => game.writes)
    expect(new Set(writes)).toEqual(new Set([isFirst ? 1 : 2]))
    // Nothing may be left of the dead one when the next is chosen.
    await replacement.ready
  }
  expect(provider.overlaps).toEqual([])
})
