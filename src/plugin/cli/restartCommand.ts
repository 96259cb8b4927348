import { spawn } from 'node:child_process'
import { z } from 'zod'

import { EXIT_CODES } from './Command.js'
import { isCommandStarted } from './commandState.js'

/** A second start takes what never stalls, unless the project has another such await. */
const MOST_RESTARTS = 5

/** With it Lexical's builds for production are taken, which wait for nothing. */
const CONDITION = '--conditions=production'

const RESTARTS = 'PAYLOAD_SYNC_RESTARTS'

const ReportSchema = z.object({ header: z.object({ commandLine: z.array(z.string()).min(2) }) })

/** Runs the same command line again, and ends as that ends. Does nothing once the command began. */
export const restartCommand = (): void => {
  if (isCommandStarted()) {
    return
  }
  const restarts = Number(process.env[RESTARTS] ?? 0)
  if (restarts >= MOST_RESTARTS) {
    process.stderr.write(
      `Node.js left the project's config half loaded ${restarts + 1} times in a row, so ` +
        'payload sync did nothing. A top-level await in the config that never ends does this.\n',
    )
    process.exitCode = EXIT_CODES.failed
    return
  }
  const child = spawn(process.execPath, [CONDITION, ...readCommandLine()], {
    env: { ...process.env, [RESTARTS]: String(restarts + 1) },
    stdio: 'inherit',
  })
  process.on('SIGINT', () => {
    // A terminal sends its Ctrl-C to the child as well, and a second one means "at once".
    if (!process.stdin.isTTY) {
      child.kill('SIGINT')
    }
  })
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  child.on('exit', (code) => process.exit(code ?? EXIT_CODES.failed))
}

/** As it was typed: Payload's bin takes its own flags out of `process.argv`. */
const readCommandLine = (): string[] =>
  ReportSchema.parse(process.report.getReport())
    .header.commandLine.slice(1)
    .filter((word) => word !== CONDITION)
