import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { SyncMode } from '../../../src/sdk/index.js'
import type { RunDetails } from '../../../src/sync/store/runs/read/findRun.js'
import type { RestTest } from '../../rest/createRestTest.js'

import { isSyncError } from '../../../src/shared/errors/index.js'
import { refreshRecord } from '../../../src/sync/operations/records/refreshRecord.js'
import { getRun } from '../../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../../src/sync/operations/runs/startRun.js'
import { LANES } from '../../../src/sync/run/Run.js'
import { startWorkers } from '../../../src/sync/runtime/startWorkers.js'
import { getAdapter } from '../../../src/sync/store/Database.js'
import { createRandom } from '../../long/createRandom.js'
import { SEED } from '../../long/SEED.js'
import { toCount } from '../../long/toCount.js'
import { waitFor } from '../../project/waitFor.js'
import { createRestTest } from '../../rest/createRestTest.js'
import { createEditor } from './createEditor.js'
import { createWorld, toSeedScope } from './createWorld.js'
import { FIELDS } from './FIELDS.js'
import { findWrong } from './findWrong.js'

const DOCUMENTS = 20
const EDITORS = 3

/** How long an answer or a person takes at most; long beside a statement, short beside a run. */
const LONGEST_PAUSE_MS = 25

const SEEDS = Array.from({ length: toCount({ long: 300, short: 4 }) }, (_, index) => SEED + index)

let random: () => number = Math.random
const pause = (): Promise<unknown> => sleep(random() * LONGEST_PAUSE_MS)

let rest: RestTest
let stop: () => Promise<void>
const people: { token: string; userId: number | string }[] = []

beforeAll(async () => {
  rest = await createRestTest({
    isWhole: true,
    // What people delete comes back, so that each run ends with all documents.
    options: { onLocalDelete: 'recreate' },
    provider: { isLive: true, pace: pause, pageSize: 7, scopeOf: toSeedScope },
  })
  // As a busy site has it: Payload looks for locks on a second connection while a save holds one,
  // and with few of them saves and batches wait for each other until that is noticed.
  getAdapter(rest.payload).pool.options.max = 30
  for (let index = 0; index < EDITORS; index += 1) {
    const email = `editor-${index}@example.com`
    const token = await rest.signIn('users', email)
    const { docs } = await rest.payload.find({
      collection: 'users',
      where: { email: { equals: email } },
    })
    people.push({ token, userId: docs[0]!.id })
  }
  const runtime = await startWorkers({ lanes: LANES, payload: rest.payload })
  stop = runtime.stop
})

afterAll(async () => {
  await stop()
  await rest.close()
})

const sync = async (mode: SyncMode): Promise<RunDetails> => {
  const { payload } = rest
  const [run] = await startRun({
    initiatedBy: null,
    mode,
    payload,
    provider: 'test',
    resource: 'games',
    trigger: 'api',
  })
  return await waitFor({
    event: `the end of a ${mode} run`,
    look: async () => {
      const found = await getRun({ payload, runId: run!.id })
      return !['queued', 'running'].includes(found.status) && found
    },
  })
}

const refresh = async (externalId: string): Promise<void> => {
  try {
    await refreshRecord({ externalId, payload: rest.payload, provider: 'test', resource: 'games' })
  } catch (error) {
    if (!isSyncError(error)) {
      throw error
    }
  }
}

/** Does something again and again. */
const repeat = async (times: number, act: () => Promise<unknown> | void): Promise<void> => {
  for (let count = 0; count < times; count += 1) {
    await act()
  }
}

it.each(SEEDS)('should give every field to whom it belongs, seed %i', async (seed) => {
  random = createRandom(seed)
  const pick = <TItem>(items: readonly TItem[]): TItem =>
    items[Math.floor(random() * items.length)]!
  const world = createWorld({ documents: DOCUMENTS, provider: rest.provider, seed })
  expect(await sync('full')).toMatchObject({ counts: { created: DOCUMENTS }, status: 'completed' })

  const runs: RunDetails[] = []
  const busy = new Set<string>()
  const edit = async (person: (typeof people)[number]): Promise<void> => {
    const acts = createEditor({ ...person, pause, pick, rest, world })
    const externalId = pick(world.ids)
    await pause()
    if (!busy.has(externalId)) {
      busy.add(externalId)
      await acts[pick(Object.keys(acts))]!(externalId)
      busy.delete(externalId)
    }
  }
  await Promise.all([
    repeat(3, async () => runs.push(await sync(pick(['full', 'incremental'])))),
    repeat(5, async () => runs.push(await sync('live'))),
    repeat(5, async () => {
      await pause()
      await refresh(pick(world.ids))
    }),
    repeat(40, async () => {
      await pause()
      world.say(pick(world.ids), [pick(FIELDS), pick(FIELDS)].slice(0, random() < 0.5 ? 1 : 2))
    }),
    ...people.map((person) => repeat(10, () => edit(person))),
  ])
  await rest.payload.delete({
    collection: 'payload-locked-documents',
    where: { id: { exists: true } },
  })
  const last = await sync('full')
  const wrong = await findWrong({ payload: rest.payload, world })
  const again = await sync('full')
  world.ids.forEach(rest.provider.remove)

  expect(wrong).toEqual([])
  expect(runs.filter(({ status }) => status !== 'completed')).toEqual([])
  expect(last).toMatchObject({ counts: { deferred: 0 }, status: 'completed' })
  expect(again).toMatchObject({
    counts: { conflicts: 0, created: 0, unchanged: DOCUMENTS, updated: 0 },
    status: 'completed',
  })
})
