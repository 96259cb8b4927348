// `npm run bench`: how fast it is on this machine. Says numbers and judges none of them, but for
// `short`; compare only numbers of one run. Names behind it choose parts: `npm run bench -- schedules events`.
import { startPostgres } from '../../dev/postgres/startPostgres.js'
import { measureClashes } from './measureClashes.js'
import { measureEvents } from './measureEvents.js'
import { measureLatency } from './measureLatency.js'
import { measurePage } from './measurePage.js'
import { measurePanel } from './measurePanel.js'
import { measureSchedules } from './measureSchedules.js'
import { measureSync } from './measureSync.js'
import { measureMemory } from './writes/measureMemory.js'
import { measureShort, measureWrites } from './writes/measureWrites.js'

// Payload pushes equal schemas once per process otherwise, and each measure has its own database.
process.env.PAYLOAD_FORCE_DRIZZLE_PUSH = 'true'

const PARTS: Readonly<Record<string, (args: { databaseUrl: string }) => Promise<void>>> = {
  clashes: measureClashes,
  events: measureEvents,
  latency: measureLatency,
  memory: measureMemory,
  page: measurePage,
  panel: measurePanel,
  schedules: measureSchedules,
  sync: measureSync,
  writes: measureWrites,
}

/** For a build, and only where it is named: fails where something is much slower than it was. */
const NAMED: typeof PARTS = { short: measureShort }

const wanted = process.argv.slice(2)
const postgres = await startPostgres({ persistent: false })
try {
  for (const [name, measure] of Object.entries({ ...PARTS, ...NAMED })) {
    if (wanted.length === 0 ? name in PARTS : wanted.includes(name)) {
      await measure({ databaseUrl: await postgres.createDatabase(name) })
    }
  }
} catch (error) {
  // Before connections that are still open complain of the database that goes away.
  console.error(error)
  process.exit(1)
}
await postgres.stop()
// Payload keeps its connections open.
process.exit(0)
