import { spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'

import type { ChaosProject } from '../project/ChaosProject.js'

import { RUN_TYPESCRIPT } from '../../../dev/processes/RUN_TYPESCRIPT.js'
import { waitFor } from '../../project/waitFor.js'

/** What the project logs in a worker, line by line. */
export type WorkerLine = { msg?: string; runId?: number } & Record<string, unknown>

export type WorkerExit = { code: null | number; signal: NodeJS.Signals | null }

export type WorkerProcess = {
  exited: Promise<WorkerExit>
  isAlive: () => boolean
  kill: (signal: NodeJS.Signals) => void
  /** What it said so far. */
  lines: readonly WorkerLine[]
  /** Everything it said, to be shown when a test fails. */
  output: () => string
  pid: number
  /** Settles when it takes work; fails when it ends before. */
  ready: Promise<void>
  /** Writes a line to it. */
  tell: (line: string) => void
  /** The first line of this kind it ever said. */
  waitForLine: (isWanted: (line: WorkerLine) => boolean) => Promise<WorkerLine>
}

const SCRIPT = path.join(import.meta.dirname, 'worker.ts')

/** Starts a process that works on the queue of a project. */
export const startWorkerProcess = (project: ChaosProject): WorkerProcess =>
  startWorkerScript({ script: SCRIPT, task: project })

type StartWorkerScriptArgs = {
  /** Path of a script that says `Worker ready.` in its log. */
  script: string
  /** Sent as JSON. */
  task: object
}

/** Starts a process that works as its script says. */
export const startWorkerScript = ({ script, task }: StartWorkerScriptArgs): WorkerProcess => {
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', ...RUN_TYPESCRIPT, script, JSON.stringify(task)],
    { env: { ...process.env, NODE_ENV: 'production' }, stdio: ['pipe', 'pipe', 'pipe'] },
  )
  const lines: WorkerLine[] = []
  let output = ''
  createInterface({ input: child.stdout }).on('line', (line) => {
    output += `${line}\n`
    try {
      lines.push(JSON.parse(line) as WorkerLine)
    } catch {
      // Not the project's logger, or cut off in the middle of the line.
    }
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stdin.on('error', () => undefined)

  let exit: undefined | WorkerExit
  const exited = new Promise<WorkerExit>((resolve) => {
    child.once('close', (code, signal) => {
      exit = { code, signal }
      resolve(exit)
    })
  })
  const waitForLine: WorkerProcess['waitForLine'] = (isWanted) =>
    waitFor({
      event: 'a line of a worker',
      look: () => {
        const found = lines.find(isWanted)
        if (!found && exit) {
          const how = exit.signal ?? `code ${exit.code}`
          throw new Error(`A worker ended (${how}) before it said what was waited for:\n${output}`)
        }
        return found
      },
    })
  const ready = waitForLine(({ msg }) => msg === 'Worker ready.').then(() => undefined)
  // Whoever needs the worker awaits it.
  ready.catch(() => undefined)

  return {
    exited,
    isAlive: () => !exit,
    kill: (signal) => {
      child.kill(signal)
    },
    lines,
    output: () => output,
    pid: child.pid ?? 0,
    ready,
    tell: (line) => void child.stdin.write(`${line}\n`),
    waitForLine,
  }
}
