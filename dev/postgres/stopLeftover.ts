import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

import { getCommandLine } from '../processes/getCommandLine.js'
import { isAlive } from '../processes/isAlive.js'

/** From polite to brutal: each is tried when the one before did not end the server in time. */
const STEPS = [
  { signal: 'SIGINT', waitMs: 10_000 },
  { signal: 'SIGQUIT', waitMs: 5000 },
  { signal: 'SIGKILL', waitMs: 5000 },
] as const

const POLL_MS = 50

const waitForEnd = async ({ pid, waitMs }: { pid: number; waitMs: number }): Promise<boolean> => {
  const deadline = Date.now() + waitMs

  while (Date.now() < deadline) {
    if (!isAlive(pid)) {
      return true
    }
    await sleep(POLL_MS)
  }

  return false
}

/**
 * Ends a server that an earlier, uncleanly ended process left running on this cluster, and removes
 * the lock file of one that is gone: its process id may belong to another program by now.
 */
export const stopLeftover = async ({ cluster }: { cluster: string }): Promise<void> => {
  const lockFile = path.join(cluster, 'postmaster.pid')

  let pid: number
  try {
    pid = Number.parseInt(await readFile(lockFile, 'utf8'), 10)
  } catch {
    return
  }

  const isServer = Number.isInteger(pid) && isAlive(pid) && getCommandLine(pid).includes(cluster)

  if (isServer) {
    for (const { signal, waitMs } of STEPS) {
      process.kill(pid, signal)

      if (await waitForEnd({ pid, waitMs })) {
        break
      }
    }
  }

  await rm(lockFile, { force: true })
}
