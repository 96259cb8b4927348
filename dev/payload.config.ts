import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'
import { syncPlugin } from 'payload-plugin-sync'
import { amazonPrime } from 'payload-plugin-sync/providers/amazon-prime'
import { apiFootball } from 'payload-plugin-sync/providers/api-football'
import { gomafia } from 'payload-plugin-sync/providers/gomafia'
import { netflix } from 'payload-plugin-sync/providers/netflix'
import { openai } from 'payload-plugin-sync/providers/openai'
import { prestosports } from 'payload-plugin-sync/providers/prestosports'
import { sportmonks } from 'payload-plugin-sync/providers/sportmonks'
import { spotify } from 'payload-plugin-sync/providers/spotify'

import { createUsersCollection } from './collections/createUsersCollection.js'
import { DEV_USER } from './DEV_USER.js'
import { seedConnection } from './seeds/seedConnection.js'
import { seedDevUser } from './seeds/seedDevUser.js'
import { seedSubscriptions } from './seeds/seedSubscriptions.js'

const dirname = path.dirname(fileURLToPath(import.meta.url))

/** Ids of the emulator, which are the same in every set of matches. */
const LEAGUES = {
  brazil: 323_348_450,
  championsLeague: 1_288_551_602,
  england: 1_490_326_474,
}
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
  onInit: async (payload) => {
    await seedDevUser(payload)
    await seedConnection(payload)
    await seedSubscriptions(payload)
  },
  plugins: [
    syncPlugin({
      access: {
        manage: ({ req }) => isEditor(req.user),
        trigger: ({ req }) => isEditor(req.user),
      },
      kits: { soccer: { publicRead: true } },
      // `npm start` follows each run of the first sync, twice a second, as the one user there is.
      limits: { requestsPerMinute: 10_000, triggersPerHour: 1000 },
      // What the page at `/` follows. The emulator has a clock of its own, so not by the time of day.
      live: {
        collections: [
          { collection: 'matches', limit: 200, where: { state: { in: ['live', 'paused'] } } },
        ],
      },
      // `npm start` runs the worker beside the server; see start/startWorker.ts.
      providers: [
        sportmonks({
          // The emulator takes any token and key; `npm start` sets where it is.
          apiToken: process.env.SPORTMONKS_API_TOKEN ?? 'emulator',
          baseUrl: process.env.SPORTMONKS_BASE_URL,
          seasons: 'all',
        }),
        // Three leagues in their current seasons: enough to see two providers side by side, and
        // little enough for the first sync, which would take half as long again with all of them.
        apiFootball({
          apiKey: process.env.API_FOOTBALL_KEY ?? 'emulator',
          baseUrl: process.env.API_FOOTBALL_BASE_URL,
          leagues: Object.values(LEAGUES),
        }),
        // The emulator takes any admin key, and says yes for whoever connects; see seedSubscriptions.ts.
        openai(),
        spotify(),
        // Their data come in archives; `npm start` brings one of each.
        netflix(),
        amazonPrime(),
        // The browser tests do without; `npm start` sets where it is, and who has an account.
        ...(process.env.PRESTOSPORTS_BASE_URL ? [prestosports()] : []),
        // So too: twenty players, faster than the site itself may be asked.
        ...(process.env.GOMAFIA_BASE_URL ? [gomafia({ listPages: 2, maxRequests: 240 })] : []),
      ],
      // The browser tests look at what they have started themselves.
      scheduler: { enabled: process.env.DEV_SCHEDULER === 'off' ? false : 'auto' },
      worker: { enabled: process.env.DEV_WORKER === 'apart' ? false : 'auto' },
    }),
  ],
  secret: process.env.PAYLOAD_SECRET ?? 'not-a-secret-only-for-the-dev-app',
  telemetry: false,
  typescript: {
    // Those of the repository are without what only some starts have.
    autoGenerate: !process.env.PRESTOSPORTS_BASE_URL,
    // Types of this app's slugs would narrow those of the plugin, which must work with any.
    declare: false,
    outputFile: path.join(dirname, 'payload-types.ts'),
  },
})
