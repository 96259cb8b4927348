import type { LogLevel } from 'graphile-worker'

import { Logger } from 'graphile-worker'

/** One line of log, as the project's own logger takes it. */
export type LogLine = (args: {
  context: Record<string, unknown>
  level: 'debug' | 'error' | 'info' | 'warn'
  message: string
}) => void

const LEVELS: Readonly<Record<LogLevel, Parameters<LogLine>[0]['level']>> = {
  debug: 'debug',
  error: 'error',
  // What the queue finds worth telling is routine here: runs are told by their own events.
  info: 'debug',
  warning: 'warn',
}

/** Hands the queue's own messages to the project's logger. */
export const toQueueLogger = (log: LogLine): Logger =>
  new Logger((scope) => (level, message, meta) => {
    log({ context: { ...scope, ...meta }, level: LEVELS[level], message })
  })
