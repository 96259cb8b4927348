import type { Config, Payload } from 'payload'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { Writable } from 'node:stream'
import { buildConfig, getPayload } from 'payload'

import type { SyncPluginOptions } from '../../src/plugin/options/SyncPluginOptions.js'

import { syncPlugin } from '../../src/index.js'
import { createTestDatabase } from '../database/createTestDatabase.js'
import { withTestSlugs } from './testSlugs.js'

type CreateTestProjectArgs = {
  config?: Partial<Config>
  /** @default a new and empty one */
  databaseUrl?: string
  options: SyncPluginOptions
}

export type TestProject = {
  databaseUrl: string
  /** Everything the project logged, as JSON lines. */
  logged: () => string
  payload: Payload
}

/** A Payload project with the plugin, on a database of its own. */
export const createTestProject = async ({
  config,
  databaseUrl,
  options,
}: CreateTestProjectArgs): Promise<TestProject> => {
  const url = databaseUrl ?? (await createTestDatabase())
  let logged = ''
  const payload = await getPayload({
    config: buildConfig({
      collections: [{ slug: 'users', auth: true, fields: [] }],
      db: postgresAdapter({ pool: { connectionString: url } }),
      editor: lexicalEditor(),
      logger: {
        destination: new Writable({
          write: (chunk, _encoding, done) => {
            logged += String(chunk)
            done()
          },
        }),
        options: { level: 'debug' },
      },
      secret: 'only-for-tests',
      telemetry: false,
      typescript: { autoGenerate: false },
      ...config,
      plugins: [
        ...(config?.plugins ?? []),
        syncPlugin({
          // A test waits for its run to end; only those of retries want to see it tried again.
          retries: 0,
          ...options,
          collections: withTestSlugs(options.collections),
        }),
      ],
    }),
    // One instance per database: the default key would return the first one to every test.
    key: url,
  })
  return { databaseUrl: url, logged: () => logged, payload }
}
