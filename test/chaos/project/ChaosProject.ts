import type { CollectionBeforeChangeHook } from 'payload'

import type { SyncPluginOptions } from '../../../src/plugin/options/SyncPluginOptions.js'

import { defineTestProvider } from '../../project/defineTestProvider.js'

/** All that a process needs to know to open the project the test is about; it is sent as JSON. */
export type ChaosProject = {
  /** Whether workers are those of a process that serves, and ends as Next's server does. */
  areServers?: boolean
  databaseUrl: string
  options: Pick<SyncPluginOptions, 'batchSize' | 'retries' | 'scheduler' | 'worker'>
  /** Names of the providers behind the server. */
  providers: readonly string[]
  /** Of the server of the providers. */
  providerUrl: string
}

/** The name of a game that kills the process which stores it. */
export const DEADLY = 'A game that no process survives'

/** Counts in the document itself, and so in the transaction that writes it. */
const countWrites: CollectionBeforeChangeHook = ({ data, originalDoc }) => {
  if (data.title === DEADLY) {
    process.kill(process.pid, 'SIGKILL')
  }
  return { ...data, writes: Number(originalDoc?.writes ?? 0) + 1 }
}

/** The plugin's options, the same in the test and in its workers. */
export const toPluginOptions = ({
  options,
  providers,
  providerUrl,
}: ChaosProject): SyncPluginOptions => ({
  ...options,
  collections: {
    matches: {
      overrides: (collection) => ({
        ...collection,
        fields: [...collection.fields, { name: 'writes', type: 'number' }],
        hooks: {
          ...collection.hooks,
          beforeChange: [...(collection.hooks?.beforeChange ?? []), countWrites],
        },
      }),
    },
  },
  providers: providers.map((name) =>
    defineTestProvider({
      name,
      baseUrl: `${providerUrl}/${name}`,
      isLive: true,
      worker: String(process.pid),
    }),
  ),
})
