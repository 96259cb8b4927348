import { getPayload } from 'payload'
import { startSync, stopSync } from 'payload-plugin-sync'

import config from '../../payload.config.js'
import { WORKER_READY } from './WORKER_READY.js'

// The worker of the dev app, as `payload sync work` is one of any project.
const payload = await getPayload({ config })
await startSync({ payload })

const end = async (): Promise<void> => {
  await stopSync({ payload })
  process.exit(0)
}
process.once('SIGINT', () => void end())
process.once('SIGTERM', () => void end())

console.log(WORKER_READY)
