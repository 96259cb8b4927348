import type { Payload } from 'payload'

import type { Emulator } from '../../dev/emulator/Emulator.js'
import type { MafiaWorldOptions } from '../../dev/emulator/providers/gomafia/world/createMafiaWorld.js'
import type { Clock } from '../../dev/emulator/world/createClock.js'
import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'
import type { GomafiaOptions } from '../../src/providers/gomafia/index.js'
import type { SyncMode } from '../../src/sdk/index.js'
import type { RunDetails } from '../../src/sync/store/runs/read/findRun.js'

import { startEmulator } from '../../dev/emulator/startEmulator.js'
import { createClock } from '../../dev/emulator/world/createClock.js'
import { gomafia } from '../../src/providers/gomafia/index.js'
import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { getAdapter } from '../../src/sync/store/Database.js'
import { createTestProject } from '../project/createTestProject.js'

export type StoredDocument = { externalId: string; id: number | string } & Record<string, unknown>

type CreateGomafiaTestArgs = {
  /** @default the emulator's */
  baseUrl?: string
  collections?: SyncPluginOptions['collections']
  now?: string
  options?: GomafiaOptions
  world?: MafiaWorldOptions
}

export type GomafiaTest = {
  /** Under which Payload's functions find the project. */
  cacheKey: string
  clock: Clock
  close: () => Promise<void>
  emulator: Emulator
  /** All documents of a collection, relations as ids, in the order of their external ids. */
  find: (slug: string) => Promise<StoredDocument[]>
  logged: () => string
  payload: Payload
  query: (sql: string) => Promise<{ rows: unknown[] }>
  sync: (args: { mode?: SyncMode; resource: string }) => Promise<RunDetails>
  /** Paths that were asked for since the last call, with what tells pages apart. */
  takeRequests: () => string[]
}

/** So many requests that no test waits for its turn. */
const UNHURRIED = { maxRequests: 10_000, retryDelayMs: 1, windowMs: 1 }

const numerically = (a: StoredDocument, b: StoredDocument): number =>
  a.externalId.localeCompare(b.externalId, undefined, { numeric: true })

/** The real plugin on a database of its own, reading an emulated gomafia.pro. */
export const createGomafiaTest = async ({
  baseUrl,
  collections,
  now = '2025-08-28T09:00:00Z',
  options,
  world,
}: CreateGomafiaTestArgs = {}): Promise<GomafiaTest> => {
  const clock = createClock({ at: new Date(now), isFrozen: true })
  const emulator = await startEmulator({ clock, gomafia: world })
  const { cacheKey, logged, payload } = await createTestProject({
    isNew: true,
    options: {
      clock,
      collections,
      providers: [
        gomafia({ baseUrl: baseUrl ?? `${emulator.url}/gomafia`, ...UNHURRIED, ...options }),
      ],
    },
  })
  return {
    cacheKey,
    clock,
    close: async () => {
      await payload.destroy()
      await emulator.close()
    },
    emulator,
    find: async (collection) => {
      const { docs } = await payload.find({ collection, depth: 0, pagination: false })
      return (docs as unknown as StoredDocument[]).toSorted(numerically)
    },
    logged,
    payload,
    query: (sql) => getAdapter(payload).pool.query(sql),
    sync: async ({ mode = 'full', resource }) => {
      clock.advance(1000)
      const [started] = await startRun({
        initiatedBy: null,
        mode,
        payload,
        provider: 'gomafia',
        resource,
        trigger: 'api',
      })
      await drainSync({ payload })
      return await getRun({ payload, runId: started!.id })
    },
    takeRequests: () => {
      const asked = emulator.requests
        .list()
        .map(({ method, path, query }) =>
          [method, path, new URLSearchParams(query).toString()].filter(Boolean).join(' '),
        )
      emulator.requests.clear()
      return asked
    },
  }
}
