import { fileURLToPath } from 'node:url'

import type { StartedProcess } from '../../processes/startProcess.js'

import { RUN_TYPESCRIPT } from '../../processes/RUN_TYPESCRIPT.js'
import { startProcess } from '../../processes/startProcess.js'
import { DEV_FOLDERS } from '../DEV_FOLDERS.js'
import { WORKER_READY } from './WORKER_READY.js'

type StartWorkerArgs = {
  env: Record<string, string>
  onOutput: (text: string) => void
}

/**
 * Starts the process that works on the runs, and returns when it does. Beside Next's dev server and
 * not in it: there a sync takes more than twice as long, and every page waits for it.
 *
 * @throws Error with what the worker said last, when it ends before it works
 */
export const startWorker = async ({ env, onOutput }: StartWorkerArgs): Promise<StartedProcess> => {
  let isReady = (): void => undefined
  const ready = new Promise<void>((resolve) => {
    isReady = resolve
  })
  const worker = startProcess({
    args: [...RUN_TYPESCRIPT, fileURLToPath(new URL('worker.ts', import.meta.url))],
    command: process.execPath,
    cwd: DEV_FOLDERS.root,
    env: {
      ...process.env,
      // There is no Next in this process whose changes it could follow.
      DISABLE_PAYLOAD_HMR: 'true',
      NODE_ENV: 'development',
      ...env,
    },
    onOutput: (text) => {
      onOutput(text)
      if (text.includes(WORKER_READY)) {
        isReady()
      }
    },
  })
  await Promise.race([
    ready,
    worker.exited.then(() => {
      throw new Error(`The worker has ended early. It said last:\n\n${worker.lastOutput()}`)
    }),
  ])
  return worker
}
