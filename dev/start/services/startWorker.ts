import { fileURLToPath } from 'node:url'

import type { StartedProcess } from '../../processes/startProcess.js'

import { startProcess } from '../../processes/startProcess.js'
import { DEV_FOLDERS } from '../DEV_FOLDERS.js'
import { WORKER_READY } from './WORKER_READY.js'

type StartWorkerArgs = {
  env: Record<string, string>
  onOutput: (text: string) => void
}

/**
 * Loaded through hooks, as tsx loads TypeScript, the top-level awaits of Lexical now and then never
 * settle (Node.js 20 and 22). Nothing is left to do then, and the process ends with one of these and
 * without a word: https://github.com/payloadcms/payload/issues/17757.
 */
const NEVER_BEGAN: readonly (null | number)[] = [0, 13]

/** So many processes in a row that never begin have another reason. */
const MOST_STARTS = 5

/**
 * Starts the process that works on the runs, and returns when it does. Beside Next's dev server and
 * not in it: there a sync takes more than twice as long, and every page waits for it. One that ends
 * before it began is started again.
 *
 * @throws Error with what the worker said last, when it ends before it works
 */
export const startWorker = async (args: StartWorkerArgs): Promise<StartedProcess> => {
  for (let start = 1; ; start += 1) {
    const { exit, worker } = await tryToStart(args)
    if (!exit) {
      return worker
    }
    const said = worker.lastOutput()
    if (said.trim() !== '' || !NEVER_BEGAN.includes(exit.code) || start === MOST_STARTS) {
      throw new Error(
        `The worker has ended early (code ${exit.code ?? exit.signal}). It said last:\n\n${said}`,
      )
    }
  }
}

type Started = {
  /** How it ended; absent for one that works. */
  exit?: Awaited<StartedProcess['exited']>
  worker: StartedProcess
}

const tryToStart = async ({ env, onOutput }: StartWorkerArgs): Promise<Started> => {
  let isReady = (): void => undefined
  const ready = new Promise<undefined>((resolve) => {
    isReady = () => resolve(undefined)
  })
  const worker = startProcess({
    args: ['--import', 'tsx', fileURLToPath(new URL('worker.ts', import.meta.url))],
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
  const exit = await Promise.race([ready, worker.exited])
  return { worker, ...(exit && { exit }) }
}
