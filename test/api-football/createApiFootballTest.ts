import type { Payload } from 'payload'

import type { Clock } from '../../dev/emulator/createClock.js'
import type { CollectionKey } from '../../src/plugin/collections/index.js'
import type { ApiFootballOptions } from '../../src/providers/api-football/index.js'
import type { Provider, SyncMode } from '../../src/sdk/index.js'
import type { RunDetails } from '../../src/sync/store/runs/findRun.js'
import type { ReplayServer } from '../../src/testing/replayServer.js'

import { createClock } from '../../dev/emulator/createClock.js'
import { CONTENT_KEYS } from '../../src/plugin/collections/index.js'
import { apiFootball } from '../../src/providers/api-football/index.js'
import { getRun } from '../../src/sync/operations/getRun.js'
import { startRun } from '../../src/sync/operations/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { startReplayServer } from '../../src/testing/replayServer.js'
import { createTestProject } from '../sync/createTestProject.js'
import { forgetQuotas } from '../sync/forgetQuotas.js'
import { testSlugs } from '../sync/testSlugs.js'

export type StoredDocument = { externalId: string; id: number | string } & Record<string, unknown>

type CreateApiFootballTestArgs = {
  /** Where the clock of the plugin stands. */
  now: string
  options?: ApiFootballOptions
  /** Another provider in the same project, asking the same server. */
  others?: (server: ReplayServer) => Provider[]
}

type SyncArgs = { mode?: SyncMode; provider?: string; resource: string }

export type ApiFootballTest = {
  clock: Clock
  close: () => Promise<void>
  /** All documents of a collection, relations as ids. */
  find: (key: CollectionKey) => Promise<StoredDocument[]>
  payload: Payload
  provider: Provider
  server: ReplayServer
  /** Syncs one resource and returns its run when it has ended. */
  sync: (args: SyncArgs) => Promise<RunDetails>
  /** Slugs of what was written since the last call, one for each write of a document. */
  takeWrites: () => string[]
}

/** The real plugin on a database of its own, asking a server that plays API-Football. */
export const createApiFootballTest = async ({
  now,
  options,
  others,
}: CreateApiFootballTestArgs): Promise<ApiFootballTest> => {
  const clock = createClock({ at: new Date(now), isFrozen: true })
  const server = await startReplayServer()
  const provider = apiFootball({ ...options, apiKey: 'invented-key', baseUrl: server.baseUrl })
  let writes: string[] = []
  const { payload } = await createTestProject({
    options: {
      clock,
      collections: Object.fromEntries(
        CONTENT_KEYS.map((key) => [
          key,
          {
            overrides: (collection) => ({
              ...collection,
              hooks: {
                ...collection.hooks,
                afterChange: [
                  ...(collection.hooks?.afterChange ?? []),
                  () => {
                    writes.push(key)
                  },
                ],
              },
            }),
          },
        ]),
      ),
      providers: [provider, ...(others?.(server) ?? [])],
    },
  })
  return {
    clock,
    close: async () => {
      await payload.destroy()
      await server.close()
    },
    find: async (key) => {
      const { docs } = await payload.find({
        collection: testSlugs[key],
        depth: 0,
        pagination: false,
        showHiddenFields: true,
        sort: 'id',
      })
      return docs as unknown as StoredDocument[]
    },
    payload,
    provider,
    server,
    sync: async ({ mode = 'full', provider: name = provider.name, resource }) => {
      // What an earlier run saw must lie in the past.
      clock.advance(1000)
      await forgetQuotas({ payload })
      const [run] = await startRun({
        initiatedBy: null,
        mode,
        payload,
        provider: name,
        resource,
        trigger: 'api',
      })
      await drainSync({ payload })
      return await getRun({ payload, runId: run!.id })
    },
    takeWrites: () => {
      const taken = writes
      writes = []
      return taken
    },
  }
}
