// What the documentation has a project write beside its config, for an image without Payload's
// command line.
import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'

import { runSyncCommand } from '../../../src/exports/cli.js'
import { revalidateAfterSync } from '../../../src/exports/next.js'
import { syncPlugin } from '../../../src/index.js'
import { defineTestProvider } from '../../project/defineTestProvider.js'

const config = buildConfig({
  collections: [{ slug: 'users', auth: true, fields: [] }],
  db: postgresAdapter({ pool: { connectionString: process.env.DATABASE_URL } }),
  editor: lexicalEditor(),
  plugins: [
    syncPlugin({
      onChange: revalidateAfterSync({ tags: () => [] }),
      providers: [defineTestProvider({ baseUrl: process.env.PROVIDER_URL ?? '' })],
    }),
  ],
  secret: 'only-for-tests',
  telemetry: false,
})

await runSyncCommand({ config })
