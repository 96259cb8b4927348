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

type NextArgs = {
  args: string[]
  env: Record<string, string>
  nodeEnv: 'development' | 'production'
  onOutput: (text: string) => void
}

const runNext = ({ args, env, nodeEnv, onOutput }: NextArgs): StartedProcess =>
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

/** Starts Next's dev server for the dev app. It is not ready yet when this returns. */
export const startNext = ({ env, host, onOutput, port }: StartNextArgs): StartedProcess =>
  runNext({
    args: ['dev', DEV_FOLDERS.app, '--turbopack', '--hostname', host, '--port', String(port)],
    env,
    nodeEnv: 'development',
    onOutput,
  })

/**
 * Builds the dev app for `startBuiltNext`, which takes a minute or two.
 *
 * @throws Error with what Next said last, when it cannot
 */
export const buildNext = async ({ env }: { env: Record<string, string> }): Promise<void> => {
  const build = runNext({
    args: ['build', DEV_FOLDERS.app, '--turbopack'],
    env,
    nodeEnv: 'production',
    onOutput: () => undefined,
  })
  const { code } = await build.exited
  if (code !== 0) {
    throw new Error(`The dev app cannot be built. Next said last:\n${build.lastOutput()}`)
  }
}

/** Serves what `buildNext` has made. It is not ready yet when this returns. */
export const startBuiltNext = ({ env, host, onOutput, port }: StartNextArgs): StartedProcess =>
  runNext({
    args: ['start', DEV_FOLDERS.app, '--hostname', host, '--port', String(port)],
    env,
    nodeEnv: 'production',
    onOutput,
  })
