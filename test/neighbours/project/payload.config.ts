import type { CollectionConfig } from 'payload'

import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import path from 'node:path'
import { buildConfig } from 'payload'
import { syncPlugin } from 'payload-plugin-sync'
import { revalidateAfterSync } from 'payload-plugin-sync/next'

import { endpoints } from './endpoints'
import { startOwnQueue } from './ownQueue'
import { noteContext } from './noteContext'
import { arrange, toPlace } from './plugins'
import { providers } from './providers'
import { findTenant, seed } from './seed'

const { DATABASE_URL, SYNC_PLACE, SYNC_WORKER } = process.env

/** Not while Next builds, and not in a worker. Next writes its runtime into what it bundles. */
const isServing = process.env.NEXT_RUNTIME === 'nodejs' && process.env.NEXT_PHASE === undefined

/** What visitors may read, as on any site. */
const readable = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  access: { ...collection.access, read: () => true },
})

const globals = globalThis as { ownQueue?: Promise<unknown> }

export default buildConfig({
  admin: { importMap: { baseDir: path.resolve('.') }, user: 'users' },
  collections: [
    { slug: 'users', auth: { useAPIKey: true }, fields: [] },
    {
      slug: 'tenants',
      admin: { useAsTitle: 'name' },
      fields: [{ name: 'name', type: 'text', required: true }],
    },
    { slug: 'notes', fields: [{ name: 'text', type: 'text' }] },
  ],
  db: postgresAdapter({
    pool: { connectionString: DATABASE_URL },
    // What plugins that run too early leave out is not to be dropped.
    push: SYNC_PLACE !== 'early',
  }),
  editor: lexicalEditor(),
  endpoints,
  jobs: {
    autoRun: isServing ? [{ cron: '* * * * * *', limit: 10 }] : [],
    tasks: [
      {
        slug: 'note',
        handler: async ({ input, req }) => {
          await req.payload.create({ collection: 'notes', data: { text: input.text }, req })
          return { output: {} }
        },
        inputSchema: [{ name: 'text', type: 'text' }],
      },
    ],
  },
  onInit: async (payload) => {
    await seed(payload)
    if (isServing) {
      await (globals.ownQueue ??= startOwnQueue())
    }
  },
  plugins: arrange({
    place: toPlace(SYNC_PLACE),
    sync: syncPlugin({
      beforeWrite: async ({ collection, data, operation, req }) =>
        collection === 'teams' && operation === 'create'
          ? { ...data, tenant: (await findTenant(req.payload))?.id }
          : data,
      collections: {
        leagues: { overrides: (leagues) => readable({ ...leagues, versions: { drafts: true } }) },
        matches: { overrides: (matches) => noteContext(readable(matches)) },
        teams: { overrides: readable },
      },
      onChange: revalidateAfterSync({ tags: ({ collection }) => [collection] }),
      live: { collections: [{ collection: 'matches', limit: 20, sort: 'externalId' }] },
      providers: [...providers],
      scheduler: { enabled: false },
      worker: { enabled: SYNC_WORKER === 'off' ? false : 'auto' },
    }),
  }),
  secret: 'not a secret, only for tests',
  telemetry: false,
})
