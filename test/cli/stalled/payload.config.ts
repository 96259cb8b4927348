// A project whose config now and then never finishes loading, as STALLS says.
import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig } from 'payload'

import { syncPlugin } from '../../../src/index.js'
import './stall.js'

export default buildConfig({
  collections: [{ slug: 'users', auth: true, fields: [] }],
  db: postgresAdapter({ pool: {} }),
  plugins: [syncPlugin({ providers: [] })],
  secret: 'only-for-tests',
  telemetry: false,
  typescript: { autoGenerate: false },
})
