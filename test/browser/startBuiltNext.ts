import type { StartedProcess } from '../../dev/processes/startProcess.js'
import type { startNext } from '../../dev/start/services/startNext.js'

import { DEV_FOLDERS } from '../../dev/start/DEV_FOLDERS.js'
import { runNext } from '../../dev/start/services/runNext.js'

/** Serves what `buildNext` has made. It is not ready yet when this returns. */
export const startBuiltNext = ({
  env,
  host,
  onOutput,
  port,
}: Parameters<typeof startNext>[0]): StartedProcess =>
  runNext({
    args: ['start', DEV_FOLDERS.app, '--hostname', host, '--port', String(port)],
    env,
    nodeEnv: 'production',
    onOutput,
  })
