import { createRequire } from 'node:module'

import type { StartedProcess } from '../../processes/startProcess.js'

import { startProcess } from '../../processes/startProcess.js'
import { DEV_FOLDERS } from '../DEV_FOLDERS.js'

type StartNextArgs = {
  env: Record<string, string>
  host: string
  onOutput: (text: string) => void
  port: number
}

/** Starts Next's dev server for the dev app. It is not ready yet when this returns. */
export const startNext = ({ env, host, onOutput, port }: StartNextArgs): StartedProcess =>
  startProcess({
    args: [
      createRequire(import.meta.url).resolve('next/dist/bin/next'),
      'dev',
      DEV_FOLDERS.app,
      '--turbopack',
      '--hostname',
      host,
      '--port',
      String(port),
    ],
    command: process.execPath,
    cwd: DEV_FOLDERS.root,
    env: {
      ...process.env,
      // The lockfile holds no addresses; Next would want to add some of its own.
      NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: 'development',
      ...env,
    },
    onOutput,
  })
