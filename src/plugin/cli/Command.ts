import type { Payload } from 'payload'

import type { Clock } from '../../shared/clock.js'

/** What a command ends with, as the shell sees it. */
export const EXIT_CODES = { failed: 1, partial: 3, success: 0, wrongUsage: 2 } as const

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES]

/**
 * Where a command writes to. Nothing reaches it that would command a terminal, whoever said what is
 * written.
 */
export type Output = {
  /** How wide a line may be that is drawn over. */
  columns: () => number
  /** Whether a person watches, so that a line may be drawn over. */
  isTerminal: boolean
  /** Draws the line anew that nobody ended yet. */
  redraw: (line: string) => void
  /** The command's answer. */
  write: (text: string) => void
  /** As `write`, for long answers: waits while whoever reads is behind. */
  writeAll: (text: string) => Promise<void>
  /** What is not part of the answer: why there is none, or what to do next. */
  writeError: (text: string) => void
}

export type OpenPayloadArgs = {
  /** Leaves the database as it is, even unconnected; for a look at what is wrong. */
  isCheckup?: boolean
  /** Whether the output is read by a program, so that no log line may get between. */
  isJson?: boolean
  /** What is worth telling, where the project does not say so itself. @default 'info' */
  logLevel?: 'info' | 'warn'
}

/** Opens Payload, after the command has understood what it was asked for. */
export type OpenPayload = (args?: OpenPayloadArgs) => Promise<Payload>

export type CommandArgs = {
  /** What stands behind the command's name. */
  args: string[]
  /** Asks the person who called; `null` where nobody is there to answer. */
  ask: (question: string) => Promise<null | string>
  clock: Clock
  openPayload: OpenPayload
  output: Output
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
