import { spawn } from 'node:child_process'

import { isAlive } from './isAlive.js'

type StartProcessArgs = {
  args: string[]
  command: string
  cwd?: string
  env?: NodeJS.ProcessEnv
  gid?: number
  onOutput?: (text: string) => void
  uid?: number
}

type StopArgs = {
  /**
   * How long the process may take to end by itself before it is killed.
   * @default 8000
   */
  graceMs?: number
}

export type StartedProcess = {
  /** Settles when the process has ended, for whatever reason. Never rejects. */
  exited: Promise<{ code: null | number; signal: NodeJS.Signals | null }>
  /** The last lines the process wrote, to be shown when it fails. */
  lastOutput: () => string
  pid: number
  /** Ends the process and its children. May be repeated. */
  stop: (args?: StopArgs) => Promise<void>
}

/**
 * The process gets a group of its own, so that the Ctrl-C of a terminal reaches only us and we
 * decide the order in which things end. The price would be an orphan whenever we are killed
 * ourselves; hence the second half: when our end of descriptor 3 closes, the group is interrupted.
 */
const LIFELINE_SCRIPT = `
trap : INT TERM HUP
exec 3<&0 </dev/null
"$@" 3<&- &
child=$!
{ cat <&3 >/dev/null 2>&1; kill -s INT -- "-$$"; } >/dev/null 2>&1 &
while kill -s 0 "$child" 2>/dev/null; do wait "$child"; code=$?; done
exit "\${code:-1}"
`

const MAX_OUTPUT_LENGTH = 16_000
const DEFAULT_GRACE_MS = 8000

const signalGroup = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(-pid, signal)
  } catch {
    // The group has ended already.
  }
}

/** Starts a program that ends when `stop` is called, and also when this process dies. */
export const startProcess = ({
  args,
  command,
  cwd,
  env = process.env,
  gid,
  onOutput,
  uid,
}: StartProcessArgs): StartedProcess => {
  const child = spawn('/bin/sh', ['-c', LIFELINE_SCRIPT, 'sh', command, ...args], {
    cwd,
    detached: true,
    env,
    gid,
    stdio: ['pipe', 'pipe', 'pipe'],
    uid,
  })
  const { pid } = child

  let output = ''
  const keep = (text: string): void => {
    output = (output + text).slice(-MAX_OUTPUT_LENGTH)
    onOutput?.(text)
  }

  child.stdout.setEncoding('utf8').on('data', keep)
  child.stderr.setEncoding('utf8').on('data', keep)
  // A pipe whose other end is gone only means that the process has ended; `exited` tells that.
  child.stdin.on('error', () => undefined)

  const exited = new Promise<{ code: null | number; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('error', (error) => {
      keep(`${error.message}\n`)
      resolve({ code: 1, signal: null })
    })
    child.once('exit', (code, signal) => {
      child.stdin.destroy()
      resolve({ code, signal })
    })
  })

  if (pid === undefined) {
    return {
      exited,
      lastOutput: () => output.trimEnd(),
      pid: 0,
      stop: async () => {
        await exited
      },
    }
  }

  return {
    exited,
    lastOutput: () => output.trimEnd(),
    pid,
    stop: async ({ graceMs = DEFAULT_GRACE_MS } = {}) => {
      if (child.exitCode === null && child.signalCode === null) {
        signalGroup(pid, 'SIGINT')
        const killTimer = setTimeout(() => signalGroup(pid, 'SIGKILL'), graceMs)
        await exited
        clearTimeout(killTimer)
      }

      // What the program started itself may outlive it for a moment.
      if (isAlive(-pid)) {
        signalGroup(pid, 'SIGKILL')
      }
    },
  }
}
