import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

import { tell } from './tell.js'

type RunArgs = { args: string[]; command: string; cwd: string; env?: Record<string, string> }

const execute = promisify(execFile)

const MOST_OUTPUT = 64 * 1024 * 1024

/** Runs a program to its end, and gives what it printed. */
export const run = async ({ args, command, cwd, env }: RunArgs): Promise<string> => {
  const name = `${command} ${args.join(' ')}`
  tell(name)
  try {
    const { stdout } = await execute(command, args, {
      cwd,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      maxBuffer: MOST_OUTPUT,
    })
    return stdout
  } catch (error) {
    const { stderr, stdout } = error as { stderr?: string; stdout?: string }
    throw new Error(`${name} failed:\n${stdout}\n${stderr}`, { cause: error })
  }
}
