import { createRequire } from 'node:module'

import type { StartedProcess } from '../../processes/startProcess.js'

import { startProcess } from '../../processes/startProcess.js'
import { DEV_FOLDERS } from '../DEV_FOLDERS.js'

type RunNextArgs = {
  args: string[]
  env: Record<string, string>
  nodeEnv: 'development' | 'production'
  onOutput: (text: string) => void
}

/** Runs a command of Next for the dev app. */
export const runNext = ({ args, env, nodeEnv, onOutput }: RunNextArgs): StartedProcess =>
  startProcess({
    args: [createRequire(import.meta.url).resolve('next/dist/bin/next'), ...args],
    command: process.execPath,
    cwd: DEV_FOLDERS.root,
    env: {
      ...process.env,
      // The lockfile holds no addresses; Next would want to add some of its own.
      NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
      NEXT_TELEMETRY_DISABLED: '1',
      NODE_ENV: nodeEnv,
      ...env,
    },
    onOutput,
  })
