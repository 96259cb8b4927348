import { postgresAdapter } from '@payloadcms/db-postgres'
import { buildConfig } from 'payload'
import { syncPlugin } from 'payload-plugin-sync'
import { whereMatchesAround } from 'payload-plugin-sync/content/soccer'
import { sportmonks } from 'payload-plugin-sync/providers/sportmonks'

export default buildConfig({
  db: postgresAdapter({ pool: { connectionString: process.env.DATABASE_URL } }),
  plugins: [
    syncPlugin({
      kits: { soccer: { publicRead: true } },
      live: { collections: [{ collection: 'matches', where: whereMatchesAround }] },
      providers: [sportmonks({ leagues: [271, 501] })],
    }),
  ],
  secret: process.env.PAYLOAD_SECRET ?? '',
})
