import type { Payload } from 'payload'

/** What a command ends with, as the shell sees it. */
export const EXIT_CODES = { failed: 1, partial: 3, success: 0, wrongUsage: 2 } as const

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES]

/** Where a command writes to, passed in so that it can be read by a test. */
export type Output = {
  /** Whether a person watches, so that a line may be drawn over. */
  isTerminal: boolean
  write: (text: string) => void
}

export type CommandArgs = {
  /** What stands behind the command's name. */
  args: string[]
  output: Output
  payload: Payload
  /** Aborted when the person presses Ctrl-C. */
  signal: AbortSignal
}

/** One verb of `payload sync`: parses its arguments, calls one operation, prints. */
export type Command = {
  /** One line for the list of commands. */
  description: string
  run: (args: CommandArgs) => Promise<ExitCode>
  /** How to call it, without `payload sync`. */
  usage: string
}
