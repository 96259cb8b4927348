import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'

import { getCommandLine } from '../../dev/processes/getCommandLine.js'

type Found = { parent: number; pid: number; state: string }

/** Linux says it in files; a small image of it has no `ps`. */
const listFromFiles = (): Found[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
        // The name comes before, in brackets, and may hold anything.
        const [state = '', parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        return [{ parent: Number(parent), pid: Number(pid), state }]
      } catch {
        // It has ended meanwhile.
        return []
      }
    })

const listFromPs = (): Found[] =>
  execFileSync('ps', ['-eo', 'pid=,ppid=,stat='], { encoding: 'utf8' })
    .split('\n')
    .flatMap((line) => {
      const [pid, parent, state] = line.trim().split(/\s+/)
      return state === undefined ? [] : [{ parent: Number(parent), pid: Number(pid), state }]
    })

/** Ids of the browsers that a process has started through Playwright and that are still there. */
export const listBrowsers = (parentPid = process.pid): number[] =>
  (existsSync('/proc/self/stat') ? listFromFiles() : listFromPs())
    .filter(({ parent, state }) => parent === parentPid && !state.startsWith('Z'))
    .map(({ pid }) => pid)
    .filter((pid) => getCommandLine(pid).includes('--remote-debugging-pipe'))
