import type { Payload } from 'payload'

import type { Clock } from '../../dev/emulator/world/createClock.js'
import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'
import type { SyncMode } from '../../src/sdk/index.js'
import type { RunDetails } from '../../src/sync/store/runs/read/findRun.js'
import type { TestKey } from '../project/testSlugs.js'

import { getRun } from '../../src/sync/operations/runs/getRun.js'
import { startRun } from '../../src/sync/operations/runs/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'
import { createTestProject } from '../project/createTestProject.js'
import { forgetQuotas } from '../project/forgetQuotas.js'
import { SOCCER_KEYS, testSlugs } from '../project/testSlugs.js'

export type StoredDocument = { externalId: string; id: number | string } & Record<string, unknown>

type CreateFootballProjectArgs = {
  /** That of the plugin, and of the provider where it has one. */
  clock: Clock
  plugin?: Omit<SyncPluginOptions, 'clock' | 'collections' | 'providers'>
} & Required<Pick<SyncPluginOptions, 'providers'>>

type SyncArgs = { mode?: SyncMode; provider?: string; resource: string }

export type FootballProject = {
  clock: Clock
  close: () => Promise<void>
  /** All documents of a collection, relations as ids. */
  find: (key: TestKey) => Promise<StoredDocument[]>
  payload: Payload
  /** Syncs one resource, of the first provider unless told, and returns its run when it has ended. */
  sync: (args: SyncArgs) => Promise<RunDetails>
  /** Slugs of what was written since the last call, one for each write of a document. */
  takeWrites: () => string[]
}

/** The real plugin with these providers, on a database of its own. */
export const createFootballProject = async ({
  clock,
  plugin,
  providers,
}: CreateFootballProjectArgs): Promise<FootballProject> => {
  const [first] = providers
  let writes: string[] = []
  const { payload } = await createTestProject({
    options: {
      ...plugin,
      clock,
      collections: Object.fromEntries(
        SOCCER_KEYS.map((key) => [
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
      providers,
    },
  })
  return {
    clock,
    close: () => payload.destroy(),
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
    sync: async ({ mode = 'full', provider = first!.name, resource }) => {
      // What an earlier run saw must lie in the past.
      clock.advance(1000)
      await forgetQuotas({ payload })
      const [run] = await startRun({
        initiatedBy: null,
        mode,
        payload,
        provider,
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
