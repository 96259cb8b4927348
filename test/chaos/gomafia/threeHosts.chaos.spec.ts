import path from 'node:path'
import { expect, it, onTestFailed, onTestFinished } from 'vitest'

import type { LoggedRequest } from '../../../dev/emulator/server/createRequestLog.js'
import type { Run } from '../../../src/sync/run/Run.js'
import type { WorkerProcess } from '../processes/startWorkerProcess.js'

import { startEmulator } from '../../../dev/emulator/startEmulator.js'
import { createClock } from '../../../dev/emulator/world/createClock.js'
import { getRun } from '../../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../../src/sync/operations/runs/startRun.js'
import { createTestDatabase } from '../../database/createTestDatabase.js'
import { toCount } from '../../long/toCount.js'
import { waitFor } from '../../project/waitFor.js'
import { startWorkerScript } from '../processes/startWorkerProcess.js'
import { createHourglass, prepareHourglass } from './Hourglass.js'
import { openGomafiaProject } from './openGomafiaProject.js'

const SCRIPT = path.join(import.meta.dirname, 'worker.ts')
const PLAYERS = toCount({ long: 1000, short: 200 })
const TOURNAMENTS = 20
const FIRST_ID = 100
/** Ids of the players whose page is on its way when the process that asked for it is killed. */
const KILLED_AT = [FIRST_ID + PLAYERS * 0.6, FIRST_ID + PLAYERS * 0.9]
const MINUTE_MS = 60_000
const LIMIT = 10
/** How much time passes at once: a little more than lies between two requests. */
const STEP_MS = 6400
/** For what hangs: half a second for each request, on a machine that is busy. */
const PATIENCE_MS = 600_000

/** What a request is for: a page or its data alone, and which part of a list or a history. */
const toPage = ({ path: asked, query }: LoggedRequest): string => {
  const page = query.pageUsers ?? query.pageClubs ?? query.page ?? '1'
  const kind = query.tab === 'clubs' ? 'clubs' : ''
  const bare = asked.replace(/^\/gomafia(?:\/_next\/data\/[^/]+)?/, '').replace(/\.json$/, '')
  return `${bare} ${kind} ${page}`
}

it(`should read ${PLAYERS} players once from three processes, ten requests a minute, although two are killed`, async () => {
  const clock = createClock({ at: new Date() })
  const emulator = await startEmulator({
    clock,
    gomafia: { players: PLAYERS, tournaments: TOURNAMENTS },
  })
  onTestFinished(emulator.close)
  const task = { baseUrl: `${emulator.url}/gomafia`, databaseUrl: await createTestDatabase() }
  const payload = await openGomafiaProject({ isNew: true, onLog: () => undefined, task })
  onTestFinished(() => payload.destroy())
  await prepareHourglass(payload)
  const listHung = () =>
    emulator.requests.list().filter(({ faults, status }) => faults.length > 0 && status === null)
  let killedRequests = 0
  /** Those of processes that are gone hang for ever. */
  const countHung = (): number => listHung().length - killedRequests
  KILLED_AT.forEach((id) => emulator.faults.add({ kind: 'hang', path: `/stats/${id}`, times: 1 }))

  const workers: WorkerProcess[] = [1, 2, 3].map(() => startWorkerScript({ script: SCRIPT, task }))
  onTestFailed(() => {
    workers.forEach(({ output, pid }) => {
      console.log(`--- Process ${pid} said last:\n${output().slice(-4000)}`)
    })
  })
  onTestFinished(async () => {
    workers.forEach(({ kill }) => kill('SIGKILL'))
    await Promise.all(workers.map(({ exited }) => exited))
  })
  await Promise.all(workers.map(({ ready }) => ready))

  const queue = async (resource: string): Promise<Run['id']> => {
    const [run] = await startRun({
      initiatedBy: null,
      mode: 'full',
      payload,
      provider: 'gomafia',
      resource,
      trigger: 'api',
    })
    return run!.id
  }
  const runs = [await queue('players'), await queue('tournaments'), await queue('clubs')]
  const [players] = runs

  const hourglass = createHourglass({
    arrived: () => emulator.requests.list().length,
    clock,
    hung: countHung,
    payload,
    stepMs: STEP_MS,
    workers,
  })
  let isOver = false
  const passing = waitFor({
    event: 'the end of the sync',
    look: async () => {
      await hourglass.look()
      return isOver
    },
    timeoutMs: PATIENCE_MS,
  })

  const untilEnded = (ids: readonly Run['id'][]) =>
    waitFor({
      event: 'the runs to end',
      look: async () => {
        const found = await Promise.all(ids.map((runId) => getRun({ payload, runId })))
        return found.every(({ status }) => status === 'completed') && found
      },
      timeoutMs: PATIENCE_MS,
    })

  const killed: number[] = []
  for (const id of KILLED_AT) {
    await waitFor({
      event: `player ${id} to be asked for`,
      look: () => listHung().some(({ path: asked }) => asked.includes(`/stats/${id}`)),
      timeoutMs: PATIENCE_MS,
    })
    await untilEnded(runs.slice(1))
    // All that was read before is stored.
    await waitFor({
      event: 'the players before to be stored',
      look: async () =>
        (
          await payload.count({
            collection: 'mafiaPlayers',
            where: { syncStatus: { equals: 'SYNCED' } },
          })
        ).totalDocs ===
        id - FIRST_ID,
    })
    // People see how many of all that is.
    const { progress } = await getRun({ payload, runId: players! })
    expect(progress).toMatchObject({ recordsDone: id - FIRST_ID, recordsTotal: PLAYERS })
    const asking = workers.find(
      ({ isAlive, output }) =>
        isAlive() &&
        output()
          .split('\n')
          .some((line) => line.includes('Sync started.') && line.includes(`"runId":${players},`)),
    )!
    asking.kill('SIGKILL')
    await asking.exited
    killed.push(asking.pid)
    killedRequests += 1
  }
  await untilEnded(runs)
  isOver = true
  await passing

  const requests = emulator.requests.list()
  const times = requests.map(({ at }) => Date.parse(at))
  const inMinute = times.map(
    (start) => times.filter((at) => at >= start && at < start + MINUTE_MS).length,
  )
  expect(Math.max(...inMinute)).toBeLessThanOrEqual(LIMIT)
  // Nobody waited for longer than that takes.
  expect(Math.max(...inMinute)).toBeGreaterThan(LIMIT / 2)

  const pages = requests.filter(({ path: asked }) => !asked.endsWith('/robots.txt')).map(toPage)
  const again = pages.filter((page, index) => pages.indexOf(page) !== index)
  expect(again).toEqual(KILLED_AT.map((id) => `/stats/${id}  1`))
  expect(new Set(killed).size).toBe(KILLED_AT.length)

  const { docs } = await payload.find({
    collection: 'mafiaPlayers',
    pagination: false,
    select: { name: true, externalId: true },
    where: { syncStatus: { equals: 'SYNCED' } },
  })
  expect(new Map(docs.map((doc) => [Number(doc.externalId), doc.name]))).toEqual(
    new Map(emulator.gomafia.world.players.map(({ id, login }) => [id, login])),
  )
})
