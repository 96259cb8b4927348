import { postgresAdapter } from '@payloadcms/db-postgres'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig, getPayload } from 'payload'

import { startEmulator } from '../../dev/emulator/startEmulator.js'
import { startPostgres } from '../../dev/postgres/startPostgres.js'
import { syncPlugin } from '../../src/index.js'
import { sportmonks } from '../../src/providers/sportmonks/index.js'
import { getStatus } from '../../src/sync/operations/getStatus.js'
import { startRun } from '../../src/sync/operations/startRun.js'
import { drainSync } from '../../src/sync/runtime/drainSync.js'

const postgres = await startPostgres({ persistent: false })
const emulator = await startEmulator({ set: { files: ['2023-24/en.1', '2023-24/de.1'] } })
const payload = await getPayload({
  config: buildConfig({
    collections: [{ slug: 'users', auth: true, fields: [] }],
    db: postgresAdapter({ pool: { connectionString: await postgres.createDatabase('bench') } }),
    editor: lexicalEditor(),
    logger: { options: { level: 'error' } },
    plugins: [
      syncPlugin({
        providers: [
          sportmonks({ apiToken: 'bench', baseUrl: `${emulator.url}/v3`, seasons: 'all' }),
        ],
      }),
    ],
    secret: 'bench',
    telemetry: false,
    typescript: { autoGenerate: false },
  }),
})

const measure = async (title: string): Promise<void> => {
  await startRun({
    initiatedBy: null,
    mode: 'full',
    payload,
    provider: 'sportmonks',
    trigger: 'cli',
  })
  await drainSync({ payload })
  console.log(title)
  for (const { name, lastRun } of (await getStatus({ payload })).providers[0]!.resources) {
    const { counts, finishedAt, startedAt, status } = lastRun!
    const seconds = (Date.parse(finishedAt!) - Date.parse(startedAt!)) / 1000
    const rate = Math.round(counts.fetched / seconds)
    console.log(`  ${name.padEnd(10)} ${status} ${counts.fetched} in ${seconds} s, ${rate}/s`)
  }
}

await measure('First full sync')
await measure('Second full sync, nothing changed')
await emulator.close()
await postgres.stop()
process.exit(0)
