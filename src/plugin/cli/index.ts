import type { SanitizedConfig } from 'payload'

import { getPayload } from 'payload'

import { EXIT_CODES } from './Command.js'
import { runCli } from './runCli.js'

/** What Payload's CLI calls for `payload sync`. Ends the process with the command's exit code. */
export const script = async (config: SanitizedConfig): Promise<void> => {
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort('shutdown'))
  process.once('SIGTERM', () => stop.abort('shutdown'))
  // Payload leaves its own words in front: `payload sync …`.
  const [, ...args] = process.argv.slice(process.argv.indexOf('sync'))
  try {
    const code = await runCli({
      args,
      getPayload: () => getPayload({ config }),
      output: {
        isTerminal: process.stdout.isTTY,
        write: (text) => process.stdout.write(text),
      },
      signal: stop.signal,
    })
    // Payload's CLI would always end with 0.
    process.exit(code)
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(EXIT_CODES.failed)
  }
}
