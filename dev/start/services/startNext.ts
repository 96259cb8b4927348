import type { StartedProcess } from '../../processes/startProcess.js'

import { DEV_FOLDERS } from '../DEV_FOLDERS.js'
import { runNext } from './runNext.js'

type StartNextArgs = {
  env: Record<string, string>
  host: string
  onOutput: (text: string) => void
  port: number
}

/** Starts Next's dev server for the dev app. It is not ready yet when this returns. */
export const startNext = ({ env, host, onOutput, port }: StartNextArgs): StartedProcess =>
  runNext({
    args: ['dev', DEV_FOLDERS.app, '--turbopack', '--hostname', host, '--port', String(port)],
    env,
    nodeEnv: 'development',
    onOutput,
  })
