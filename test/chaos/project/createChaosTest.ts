import type { Payload } from 'payload'

import { onTestFailed, onTestFinished } from 'vitest'

import type { SyncMode } from '../../../src/sdk/index.js'
import type { Run } from '../../../src/sync/run/Run.js'
import type { RunStatus } from '../../../src/sync/run/RunStatus.js'
import type { RunDetails } from '../../../src/sync/store/runs/read/findRun.js'
import type { TickerProcess } from '../processes/startTickerProcess.js'
import type { WorkerProcess } from '../processes/startWorkerProcess.js'
import type { ChaosProject } from './ChaosProject.js'
import type { ProviderServer, ScopedRecord } from './startProvider.js'

import { getRun } from '../../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../../src/sync/operations/runs/startRun.js'
import { getAdapter } from '../../../src/sync/store/Database.js'
import { createTestDatabase } from '../../database/createTestDatabase.js'
import { openTestProject } from '../../project/openTestProject.js'
import { waitFor } from '../../project/waitFor.js'
import { startTickerProcess } from '../processes/startTickerProcess.js'
import { startWorkerProcess } from '../processes/startWorkerProcess.js'
import { toPluginOptions } from './ChaosProject.js'
import { startProvider } from './startProvider.js'

type CreateChaosTestArgs = {
  /** Whether the worker processes are those of a server. @default false */
  areServers?: boolean
  /** @default a new and empty one */
  databaseUrl?: string
  options?: ChaosProject['options']
  /** Records on one page. @default 10 */
  pageSize?: number
  /** @default ['test'] */
  providers?: readonly string[]
  records: readonly ScopedRecord[]
}

/** A game as it was stored. */
export type StoredGame = {
  externalId: string
  homeScore: null | number
  homeTeam: null | string
  title: string
  /** How often the document was written. */
  writes: number
}

/** A change of a run's status, as the database saw it. */
export type Move = {
  /** Milliseconds. */
  at: number
  attempt: number
  /** Provider, connection, resource and lane of the run. */
  key: string
  runId: number
  status: RunStatus
}

type QueueArgs = { mode?: SyncMode; provider?: string; resource?: string }

export type ChaosTest = {
  findGames: () => Promise<StoredGame[]>
  findMoves: () => Promise<Move[]>
  findRun: (runId: Run['id']) => Promise<RunDetails>
  payload: Payload
  provider: ProviderServer
  query: <TRow>(text: string) => Promise<TRow[]>
  /** Queues a run of the games, in full unless told otherwise. */
  queue: (args?: QueueArgs) => Promise<Run>
  /** Starts a process that ticks when it is told to; it ends with the test. */
  startTicker: () => TickerProcess
  /** Starts a worker process; it ends with the test. */
  startWorker: (options?: ChaosProject['options']) => WorkerProcess
  waitForStatus: (runId: Run['id'], ...statuses: RunStatus[]) => Promise<RunDetails>
}

/** Not in `public`: Payload would want to drop it. */
// cspell:ignore plpgsql
const WATCH_MOVES = `
  create schema chaos;
  create table chaos.moves (
    id int generated always as identity primary key, run_id int, status text, attempt int, key text,
    at timestamptz default clock_timestamp()
  );
  create table chaos.told (
    id int generated always as identity primary key, pid int, run_id int, word text
  );
  create function chaos.note_move() returns trigger language plpgsql as $$
  begin
    insert into chaos.moves (run_id, status, attempt, key) values (
      new.id, new.status, new.attempt,
      concat_ws('/', new.provider, new.connection, new.resource, new.lane)
    );
    return null;
  end $$;
  create trigger note_queued after insert on sync_logs
    for each row execute function chaos.note_move();
  create trigger note_move after update on sync_logs
    for each row when (old.status is distinct from new.status)
    execute function chaos.note_move();
`

/**
 * A project in the hands of worker processes that a test may kill, pause and stop. The test's own
 * process queues runs and looks, and never works on one.
 */
export const createChaosTest = async ({
  areServers = false,
  databaseUrl,
  options = {},
  pageSize = 10,
  providers = ['test'],
  records,
}: CreateChaosTestArgs): Promise<ChaosTest> => {
  const provider = await startProvider({ pageSize, records })
  const project: ChaosProject = {
    areServers,
    databaseUrl: databaseUrl ?? (await createTestDatabase()),
    options,
    providers,
    providerUrl: provider.baseUrl,
  }
  const payload = await openTestProject({
    databaseUrl: project.databaseUrl,
    onLog: () => undefined,
    options: toPluginOptions(project),
  })
  const { pool } = getAdapter(payload)
  await pool.query(WATCH_MOVES)

  const tickers: TickerProcess[] = []
  const workers: WorkerProcess[] = []
  onTestFailed(() => {
    for (const { output, pid } of [...workers, ...tickers]) {
      console.log(`--- Process ${pid} said last:\n${output().slice(-6000)}`)
    }
  })
  onTestFinished(async () => {
    // A stopped process does not hear SIGTERM, and none has anything left to save.
    workers.forEach(({ kill }) => kill('SIGKILL'))
    tickers.forEach(({ kill }) => kill())
    await Promise.all([...workers, ...tickers].map(({ exited }) => exited))
    await provider.close()
    await payload.destroy()
  })

  const findRun: ChaosTest['findRun'] = (runId) => getRun({ payload, runId })

  return {
    findGames: async () => {
      const { docs } = await payload.find({
        collection: 'matches',
        depth: 1,
        pagination: false,
        sort: 'externalId',
      })
      return (docs as unknown as Record<string, unknown>[]).map((game) => ({
        externalId: String(game.externalId),
        homeScore: game.homeScore as null | number,
        homeTeam: (game.homeTeam as { name: string } | null)?.name ?? null,
        title: String(game.title),
        writes: Number(game.writes),
      }))
    },
    findMoves: async () => {
      const { rows } = await pool.query<{ at: Date; run_id: number } & Omit<Move, 'at' | 'runId'>>(
        'select * from chaos.moves order by id',
      )
      return rows.map(({ at, attempt, key, run_id: runId, status }) => ({
        at: at.getTime(),
        attempt: Number(attempt),
        key,
        runId,
        status,
      }))
    },
    findRun,
    payload,
    provider,
    query: async <TRow>(text: string) => (await pool.query(text)).rows as TRow[],
    queue: async ({ mode = 'full', provider: name = 'test', resource = 'games' } = {}) => {
      const [run] = await startRun({
        initiatedBy: null,
        mode,
        payload,
        provider: name,
        resource,
        trigger: 'api',
      })
      return run!
    },
    startTicker: () => {
      const ticker = startTickerProcess(project)
      tickers.push(ticker)
      return ticker
    },
    startWorker: (own) => {
      const worker = startWorkerProcess({ ...project, options: { ...options, ...own } })
      workers.push(worker)
      return worker
    },
    waitForStatus: (runId, ...statuses) => {
      let last: RunDetails | undefined
      return waitFor({
        event: `run ${runId} to be ${statuses.join(' or ')}`,
        look: async () => {
          last = await findRun(runId)
          return statuses.includes(last.status) && last
        },
      })
    },
  }
}
