// `npm run bench`: how fast it is on this machine. Says numbers and judges none of them; compare
// only numbers of one run.
import { startPostgres } from '../../dev/postgres/startPostgres.js'
import { measureLatency } from './measureLatency.js'
import { measurePanel } from './measurePanel.js'
import { measureSchedules } from './measureSchedules.js'
import { measureSync } from './measureSync.js'

const postgres = await startPostgres({ persistent: false })
try {
  await measureLatency({ databaseUrl: await postgres.createDatabase('latency') })
  await measurePanel({ databaseUrl: await postgres.createDatabase('panel') })
  await measureSchedules({ databaseUrl: await postgres.createDatabase('schedules') })
  await measureSync({ databaseUrl: await postgres.createDatabase('sync') })
} finally {
  await postgres.stop()
}
// Payload keeps its connections open.
process.exit(0)
