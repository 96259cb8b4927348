import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'
import { syncPlugin } from 'payload-plugin-sync'
import { sportmonks } from 'payload-plugin-sync/providers/sportmonks'

import { createUsersCollection } from './collections/createUsersCollection.js'
import { DEV_USER } from './DEV_USER.js'
import { seedDevUser } from './seedDevUser.js'

const dirname = path.dirname(fileURLToPath(import.meta.url))

const isEditor = (user: null | object): boolean =>
  user !== null && 'role' in user && user.role === 'editor'

export default buildConfig({
  admin: {
    // Signs the browser and REST in; this app listens on this machine only and holds no secrets.
    autoLogin: { email: DEV_USER.email, password: DEV_USER.password },
    // Gravatar, which Payload takes otherwise, is a host on the network.
    avatar: 'default',
    importMap: {
      baseDir: dirname,
      importMapFile: path.join(dirname, 'app/(payload)/admin/importMap.js'),
    },
    user: 'users',
  },
  collections: [createUsersCollection()],
  db: postgresAdapter({ pool: { connectionString: process.env.DATABASE_URL } }),
  editor: lexicalEditor(),
  onInit: seedDevUser,
  plugins: [
    syncPlugin({
      access: {
        manage: ({ req }) => isEditor(req.user),
        trigger: ({ req }) => isEditor(req.user),
      },
      // `npm start` runs the worker beside the server; see start/startWorker.ts.
      providers: [
        sportmonks({
          // The emulator takes any token; `npm start` sets the address of the one it started.
          apiToken: process.env.SPORTMONKS_API_TOKEN ?? 'emulator',
          baseUrl: process.env.SPORTMONKS_BASE_URL,
          seasons: 'all',
        }),
      ],
      worker: { enabled: process.env.DEV_WORKER === 'apart' ? false : 'auto' },
    }),
  ],
  secret: process.env.PAYLOAD_SECRET ?? 'not-a-secret-only-for-the-dev-app',
  telemetry: false,
  typescript: {
    // Types of this app's slugs would narrow those of the plugin, which must work with any.
    declare: false,
    outputFile: path.join(dirname, 'payload-types.ts'),
  },
})
