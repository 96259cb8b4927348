// A worker process: does what `payload sync work` does, for the project it is given as JSON.
import type { ChaosProject } from '../project/ChaosProject.js'

import { serveSync } from '../../../src/sync/runtime/serveSync.js'
import { startSync, stopSync } from '../../../src/sync/runtime/startSync.js'
import { openTestProject } from '../../project/openTestProject.js'
import { toPluginOptions } from '../project/ChaosProject.js'

const project = JSON.parse(process.argv[2] ?? '') as ChaosProject

if (project.areServers) {
  // A server that nobody asks anything is closed at once.
  process.on('SIGTERM', () => process.exit(143))
}
// Whoever started us holds the other end; a worker of a test that died must not stay.
process.stdin.resume().once('close', () => process.exit(1))

const payload = await openTestProject({
  databaseUrl: project.databaseUrl,
  isNew: false,
  onLog: (line) => process.stdout.write(line),
  options: toPluginOptions(project),
})
if (project.areServers) {
  await serveSync({ payload })
} else {
  await startSync({ payload })
  process.once('SIGTERM', () => {
    void stopSync({ payload }).then(() => process.exit(0))
  })
}
payload.logger.info({ msg: 'Worker ready.' })
