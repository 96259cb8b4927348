// `npm run bench`: how fast it is on this machine. Says numbers and judges none of them; compare
// only numbers of one run.
import { startPostgres } from '../../dev/postgres/startPostgres.js'
import { measureLatency } from './measureLatency.js'
import { measurePage } from './measurePage.js'
import { measurePanel } from './measurePanel.js'
import { measureSchedules } from './measureSchedules.js'
import { measureSync } from './measureSync.js'

// Payload pushes equal schemas once per process otherwise, and each measure has its own database.
process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'

const postgres = await startPostgres({ persistent: false })
try {
  await measureLatency({ databaseUrl: await postgres.createDatabase('latency') })
  await measurePanel({ databaseUrl: await postgres.createDatabase('panel') })
  await measurePage({ databaseUrl: await postgres.createDatabase('page') })
  await measureSchedules({ databaseUrl: await postgres.createDatabase('schedules') })
  await measureSync({ databaseUrl: await postgres.createDatabase('sync') })
} catch (error) {
  // Before connections that are still open complain of the database that goes away.
  console.error(error)
  process.exit(1)
}
await postgres.stop()
// Payload keeps its connections open.
process.exit(0)
