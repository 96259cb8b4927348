import type { SanitizedConfig } from 'payload'

import { Writable } from 'node:stream'

import { systemClock } from '../../shared/clock.js'
import { describeError } from '../../shared/errors/index.js'
import { EXIT_CODES } from './Command.js'
import { markCommandStarted } from './commandState.js'
import { openCliPayload } from './openCliPayload.js'
import { runCli } from './runCli.js'

/** What a process ends with that a person has interrupted twice. */
const INTERRUPTED = 130

const DEFAULT_COLUMNS = 80

/** What Payload's CLI calls for `payload sync`. Ends the process with the command's exit code. */
export const script = async (config: SanitizedConfig): Promise<void> => {
  markCommandStarted()
  const stop = new AbortController()
  const onSignal = (): void => {
    if (stop.signal.aborted) {
      process.exit(INTERRUPTED)
    }
    stop.abort('shutdown')
  }
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)

  const { stderr, stdout } = process
  // Of the class: Payload 4 has sent the stream's own to stderr when it finds --json.
  const write = Writable.prototype.write.bind(stdout)
  // Payload's schema push and others print where they like; the answer stands alone in stdout.
  stdout.write = stderr.write.bind(stderr)
  const writeError = (text: string): void => void stderr.write(text)
  const fail = (error: unknown): never => {
    writeError(`${describeError(error)}\n`)
    process.exit(EXIT_CODES.failed)
  }
  // An adapter that cannot connect also rejects a promise nobody waits for, without a reason.
  process.on('unhandledRejection', (reason) => {
    if (reason !== undefined) {
      fail(reason)
    }
  })

  // Payload leaves its own words in front: `payload sync …`.
  const [, ...args] = process.argv.slice(process.argv.indexOf('sync'))
  try {
    const code = await runCli({
      args,
      clock: systemClock,
      openPayload: (how) => openCliPayload({ ...how, config, stream: stderr }),
      output: {
        columns: () => stdout.columns || DEFAULT_COLUMNS,
        isTerminal: stdout.isTTY,
        write: (text) => void write(text),
        writeError,
      },
      signal: stop.signal,
    })
    // Payload's CLI would always end with 0.
    process.exit(code)
  } catch (error) {
    fail(error)
  }
}
