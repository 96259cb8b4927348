import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What a process was started with, or an empty string when it cannot be told. */
export const getCommandLine = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
  } catch {
    // Not Linux, or no such process.
  }

  try {
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim()
  } catch {
    return ''
  }
}
