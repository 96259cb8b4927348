import type { Payload } from 'payload'

import type { Command } from '../../src/plugin/cli/Command.js'

import { runCli } from '../../src/plugin/cli/runCli.js'
import { systemClock } from '../../src/shared/clock.js'

type CallArgs = {
  /** What a person answers; nobody is there where it is not given. */
  answer?: string
  /** What stands behind `payload sync`. */
  args: string[]
  /** @default false */
  isTerminal?: boolean
  /** Told what is written to stdout, at once. */
  onOutput?: (text: string) => void
  signal?: AbortSignal
}

type Answer = {
  code: Awaited<ReturnType<Command['run']>>
  errors: string
  /** What stdout holds, line by line. */
  lines: string[]
  output: string
}

/** Calls `payload sync` inside this process. A call without `payload` must not need it. */
export const createCliTest =
  (payload?: Payload) =>
  async ({
    answer,
    args,
    isTerminal = false,
    onOutput,
    signal = new AbortController().signal,
  }: CallArgs): Promise<Answer> => {
    let errors = ''
    let output = ''
    const code = await runCli({
      args,
      ask: () => Promise.resolve(answer ?? null),
      clock: systemClock,
      openPayload: () =>
        payload ? Promise.resolve(payload) : Promise.reject(new Error('Payload was opened.')),
      output: {
        columns: () => 80,
        isTerminal,
        write: (text) => {
          output += text
          onOutput?.(text)
        },
        writeAll: async (text) => {
          output += text
          await Promise.resolve(onOutput?.(text))
        },
        writeError: (text) => {
          errors += text
        },
      },
      signal,
    })
    return { code, errors, lines: output.split('\n').filter(Boolean), output }
  }
