import { fork } from 'node:child_process'
import path from 'node:path'

import type { ChaosProject } from '../project/ChaosProject.js'
import type { TickOrder, TickReport } from './ticker.js'

import { RUN_TYPESCRIPT } from '../../../dev/processes/RUN_TYPESCRIPT.js'

export type TickerProcess = {
  exited: Promise<void>
  kill: () => void
  /** Tells it the time, as ISO 8601, and gives what it did; `null` when it died over it. */
  look: (at: string) => Promise<null | TickReport>
  output: () => string
  pid: number
  ready: Promise<void>
}

const SCRIPT = path.join(import.meta.dirname, 'ticker.ts')

/** Starts a process that ticks when it is told to. */
export const startTickerProcess = (project: ChaosProject): TickerProcess => {
  const child = fork(SCRIPT, [JSON.stringify(project)], {
    env: { ...process.env, NODE_ENV: 'production' },
    execArgv: ['--enable-source-maps', ...RUN_TYPESCRIPT],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
  }

  const awaited = new Map<null | string, (report: null | TickReport) => void>()
  const hear = (at: null | string): Promise<null | TickReport> =>
    new Promise((resolve) => awaited.set(at, resolve))
  child.on('message', (report: TickReport) => {
    awaited.get(report.at)?.(report)
    awaited.delete(report.at)
  })
  const exited = new Promise<void>((resolve) => {
    child.once('close', (code, signal) => {
      output += `It ended with ${signal ?? code}.\n`
      awaited.forEach((answer) => answer(null))
      awaited.clear()
      resolve()
    })
  })
  const ready = hear(null).then((report) => {
    if (!report) {
      throw new Error(`A process ended before it was ready:\n${output}`)
    }
  })
  // Whoever needs the process awaits it.
  ready.catch(() => undefined)

  return {
    exited,
    kill: () => {
      child.kill('SIGKILL')
    },
    look: (at) => {
      const heard = hear(at)
      child.send({ at } satisfies TickOrder, (error) => {
        if (error) {
          awaited.get(at)?.(null)
          awaited.delete(at)
        }
      })
      return heard
    },
    output: () => output,
    pid: child.pid ?? 0,
    ready,
  }
}
