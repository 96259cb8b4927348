import type { SanitizedConfig } from 'payload'

import { once } from 'node:events'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

import { systemClock } from '../../shared/clock.js'
import { describeError } from '../../shared/errors/index.js'
import { visibleText } from '../../shared/plainWords.js'
import { EXIT_CODES } from './Command.js'
import { markCommandStarted } from './commandState.js'
import { openCliPayload } from './openCliPayload.js'
import { runCli } from './runCli.js'

/** What a process ends with that a person has interrupted twice. */
const INTERRUPTED = 130

const DEFAULT_COLUMNS = 80

type RunSyncCommandArgs = {
  /** @default the words behind the name of the script */
  args?: string[]
  config: Promise<SanitizedConfig> | SanitizedConfig
}

/**
 * Does one command, as `payload sync …` does, without Payload's command line: for the entry file of
 * an image that does not have it, such as Next's standalone output. Ends the process with the
 * command's exit code.
 */
export const runSyncCommand = async ({
  args = process.argv.slice(2),
  config,
}: RunSyncCommandArgs): Promise<void> => {
  // As Payload's command line does it: nothing here waits for changes of code.
  process.env.DISABLE_PAYLOAD_HMR ??= 'true'
  await doCommand({ args, config })
}

/** What Payload's CLI calls for `payload sync`. Ends the process with the command's exit code. */
export const script = async (config: SanitizedConfig): Promise<void> => {
  // Payload leaves its own words in front: `payload sync …`.
  const [, ...args] = process.argv.slice(process.argv.indexOf('sync'))
  await doCommand({ args, config })
}

const doCommand = async ({ args, config }: Required<RunSyncCommandArgs>): Promise<void> => {
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
  // Whoever read has gone, as "head" does.
  stdout.on('error', () => stop.abort('shutdown'))
  const writeError = (text: string): void => void stderr.write(text)
  const fail = (error: unknown): never => {
    writeError(visibleText(`${describeError(error)}\n`))
    process.exit(EXIT_CODES.failed)
  }
  // An adapter that cannot connect also rejects a promise nobody waits for, without a reason.
  process.on('unhandledRejection', (reason) => {
    if (reason !== undefined) {
      fail(reason)
    }
  })

  try {
    const project = await config
    const code = await runCli({
      args,
      ask: async (question) => {
        if (!process.stdin.isTTY) {
          return null
        }
        const reader = createInterface({ input: process.stdin, output: stderr })
        const answer = await reader.question(question, { signal: stop.signal }).catch(() => '')
        reader.close()
        return answer
      },
      clock: systemClock,
      openPayload: (how) => openCliPayload({ ...how, config: project, stream: stderr }),
      output: {
        columns: () => stdout.columns || DEFAULT_COLUMNS,
        isTerminal: stdout.isTTY,
        write: (text) => void write(text),
        writeAll: async (text) => {
          if (!write(text)) {
            await once(stdout, 'drain')
          }
        },
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
