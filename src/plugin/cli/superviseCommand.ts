import { spawn } from 'node:child_process'
import { z } from 'zod'

import { EXIT_CODES } from './Command.js'
import { isCommandStarted } from './commandState.js'

/** With one start in four stalled, one command in about four thousand would stall this often. */
const MOST_RESTARTS = 5

const RESTARTS = 'PAYLOAD_SYNC_RESTARTS'

const ReportSchema = z.object({ header: z.object({ commandLine: z.array(z.string()).min(2) }) })

/** As it was typed: Payload's bin takes its own flags out of `process.argv`. */
const readCommandLine = (): string[] =>
  ReportSchema.parse(process.report.getReport()).header.commandLine.slice(1)

const restart = (): void => {
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
  const child = spawn(process.execPath, readCommandLine(), {
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

/**
 * Starts `payload sync …` again when Node.js ends before the command began.
 *
 * Loaded through hooks, as Payload's command line loads a project, the top-level awaits of Lexical
 * now and then never settle (Node.js 20 and 22). Nothing is left to do then, and the process ends
 * with 0 and without a word: https://github.com/payloadcms/payload/issues/17757. This module is
 * evaluated all the same, because nothing it imports waits for Lexical.
 */
const isPayloadCommand = process.env.DISABLE_PAYLOAD_HMR === 'true'
const [command] = process.argv.slice(2).filter((word) => !word.startsWith('-'))
if (isPayloadCommand && command === 'sync') {
  process.once('beforeExit', restart)
}
