import type { Payload } from 'payload'

import type { Emulator } from '../../dev/emulator/Emulator.js'
import type { EmulatorOptions } from '../../dev/emulator/startEmulator.js'
import type { Clock } from '../../dev/emulator/world/createClock.js'
import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'
import type { SportmonksOptions } from '../../src/providers/sportmonks/index.js'
import type { SyncMode } from '../../src/sdk/index.js'
import type { RunDetails } from '../../src/sync/store/runs/read/findRun.js'
import type { TestKey } from '../project/testSlugs.js'

import { startEmulator } from '../../dev/emulator/startEmulator.js'
import { createClock } from '../../dev/emulator/world/createClock.js'
import { sportmonks } from '../../src/providers/sportmonks/index.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createTestProject } from '../project/createTestProject.js'
import { forgetQuotas } from '../project/forgetQuotas.js'
import { testSlugs } from '../project/testSlugs.js'

/** The only token the emulator accepts. */
export const TOKEN = 'invented-token-that-stays-secret'

export type StoredDocument = { externalId: string; id: number | string } & Record<string, unknown>

type CreateSportmonksTestArgs = {
  /** What the emulated world is made of, such as `2024-25/at.1`. */
  files: string[]
  /** Where the clock of the emulator and of the plugin stands. */
  now: string
  plugin?: Omit<SyncPluginOptions, 'clock' | 'providers'>
} & Pick<EmulatorOptions, 'cursorStyle'> &
  Pick<SportmonksOptions, 'leagues' | 'seasons'>

type SyncArgs = { mode?: SyncMode; resource: string }

export type SportmonksTest = {
  /** One clock for both sides: what is being played and when a run begins move together. */
  clock: Clock
  close: () => Promise<void>
  emulator: Emulator
  /** All documents of a collection, relations as ids. */
  find: (key: TestKey) => Promise<StoredDocument[]>
  /** The match with the provider's id. */
  getMatch: (id: number) => Promise<StoredDocument>
  logged: () => string
  payload: Payload
  /** Asks the database itself. */
  query: (sql: string) => Promise<{ rows: unknown[] }>
  /** How long one request may take from now on; without a number the provider's own 30 seconds. */
  setTimeoutMs: (ms?: number) => void
  /** Syncs one resource and returns its run when it has ended. */
  sync: (args: SyncArgs) => Promise<RunDetails>
  /** Asks for a full sync of everything, as the button does, and returns all its runs. */
  syncAll: () => Promise<RunDetails[]>
  /** Syncs in full what matches need, without the many players, and the matches. */
  syncUpToMatches: () => Promise<RunDetails[]>
}

const UP_TO_MATCHES = ['countries', 'leagues', 'seasons', 'teams', 'matches']

/** The real plugin on a database of its own, asking an emulated Sportmonks. */
export const createSportmonksTest = async ({
  cursorStyle,
  files,
  now,
  plugin,
  ...options
}: CreateSportmonksTestArgs): Promise<SportmonksTest> => {
  const clock = createClock({ at: new Date(now), isFrozen: true })
  const emulator = await startEmulator({ clock, cursorStyle, set: { files }, token: TOKEN })
  const provider = sportmonks({ ...options, apiToken: TOKEN, baseUrl: `${emulator.url}/v3` })
  const http = { ...provider.http! }
  const { logged, payload } = await createTestProject({
    options: {
      ...plugin,
      clock,
      providers: [{ ...provider, http }],
    },
  })

  const find = async (key: TestKey): Promise<StoredDocument[]> => {
    const { docs } = await payload.find({
      collection: testSlugs[key],
      depth: 0,
      pagination: false,
      showHiddenFields: true,
      sort: 'id',
    })
    return docs as unknown as StoredDocument[]
  }
  const run = async ({ mode, resource }: Partial<SyncArgs>): Promise<RunDetails[]> => {
    // What an earlier run saw must lie in the past.
    clock.advance(1000)
    await forgetQuotas({ payload })
    const runs = await startRun({
      initiatedBy: null,
      mode: mode ?? 'full',
      payload,
      provider: provider.name,
      resource,
      trigger: 'api',
    })
    await drainSync({ payload })
    return await Promise.all(runs.map(({ id }) => getRun({ payload, runId: id })))
  }
  const sync = async (args: SyncArgs): Promise<RunDetails> => {
    const [only] = await run(args)
    return only!
  }

  return {
    clock,
    close: async () => {
      await payload.destroy()
      await emulator.close()
    },
    emulator,
    find,
    getMatch: async (id) => {
      const { docs } = await payload.find({
        collection: testSlugs.matches,
        depth: 0,
        where: { externalId: { equals: String(id) } },
      })
      return docs[0] as unknown as StoredDocument
    },
    logged,
    payload,
    query: (sql) => getAdapter(payload).pool.query(sql),
    setTimeoutMs: (ms = provider.http!.timeoutMs) => {
      http.timeoutMs = ms
    },
    sync,
    syncAll: () => run({}),
    syncUpToMatches: async () => {
      const runs: RunDetails[] = []
      for (const resource of UP_TO_MATCHES) {
        runs.push(await sync({ resource }))
      }
      return runs
    },
  }
}
