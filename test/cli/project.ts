// A process that does what `payload sync …` does, for the project it is given in CLI_PROJECT.
import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig } from 'payload'

import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'

import { syncPlugin } from '../../src/index.js'
import { script } from '../../src/plugin/cli/index.js'
import { defineTestProvider } from '../project/defineTestProvider.js'

/** What a test decides about the project of a process. */
export type CliProject = {
  /** Where the test provider's server answers. */
  baseUrl: string
  databaseUrl: string
  schedules?: SyncPluginOptions['schedules']
  workerEnabled?: boolean
}

const { baseUrl, databaseUrl, schedules, workerEnabled } = JSON.parse(
  process.env.CLI_PROJECT ?? '',
) as CliProject

const config = await buildConfig({
  collections: [{ slug: 'users', auth: true, fields: [] }],
  // As it is by default: whatever this process does, it is not the adapter that refuses to push.
  db: postgresAdapter({ pool: { connectionString: databaseUrl } }),
  plugins: [
    syncPlugin({
      providers: [defineTestProvider({ baseUrl })],
      schedules,
      worker: { enabled: workerEnabled },
    }),
  ],
  secret: 'only-for-tests',
  telemetry: false,
  typescript: { autoGenerate: false },
})
await script(config)
