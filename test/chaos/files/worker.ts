// A worker process that imports what people brought, for the project it is given as JSON.
import type { TravelTask } from './openTravelProject.js'

import { startSync } from '../../../src/sync/runtime/startSync.js'
import { openTravelProject } from './openTravelProject.js'

// Whoever started us holds the other end; a worker of a test that died must not stay.
process.stdin.resume().once('close', () => process.exit(1))

const payload = await openTravelProject({
  isNew: false,
  onLog: (line) => process.stdout.write(line),
  task: JSON.parse(process.argv[2] ?? '') as TravelTask,
})
await startSync({ payload })
payload.logger.info({ msg: 'Worker ready.' })
