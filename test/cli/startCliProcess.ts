import { spawn } from 'node:child_process'
import path from 'node:path'
import { onTestFinished } from 'vitest'

import type { CliProject } from './project.js'

import { RUN_TYPESCRIPT } from '../../dev/processes/RUN_TYPESCRIPT.js'

type StartCliProcessArgs = { args: string[]; project: CliProject }

const SCRIPT = path.join(import.meta.dirname, 'project.ts')

/** Starts `payload sync` in a process of its own, with no terminal. */
export const startCliProcess = ({ args, project }: StartCliProcessArgs) => {
  const child = spawn(process.execPath, [...RUN_TYPESCRIPT, SCRIPT, 'sync', ...args], {
    env: { ...process.env, CLI_PROJECT: JSON.stringify(project), NODE_ENV: 'development' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stderr = ''
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
  const exited = new Promise<null | number>((resolve) => {
    child.once('close', (code) => resolve(code))
  })
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await exited
  })

  return {
    exited,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    stderr: () => stderr,
    stdout: () => stdout,
  }
}
