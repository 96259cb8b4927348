import { runSyncCommand } from 'payload-plugin-sync/cli'

import config from './payload.config'

await runSyncCommand({ config })
