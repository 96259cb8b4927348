import type { SanitizedConfig } from 'payload'

import { toLogText } from './toLogText.js'

type LoggerConfig = SanitizedConfig['logger']

type LoggerOptions = Extract<LoggerConfig, { options: unknown }>['options']

type ToCliLoggerArgs = {
  isJson: boolean
  level: string
  logger: LoggerConfig
  stream: NodeJS.WriteStream
}

/**
 * The logger of a command: Payload's own would write between the lines of its answer. It writes to
 * `stream`, as text for a person and as JSON lines for a program. A logger that the project made
 * and sends somewhere itself is kept, unless the answer is for a program.
 */
export const toCliLogger = ({ isJson, level, logger, stream }: ToCliLoggerArgs): LoggerConfig => {
  const options = typeof logger === 'object' && 'options' in logger ? logger.options : undefined
  const isOwn =
    typeof logger === 'object' &&
    (!('options' in logger) || Boolean(logger.destination ?? logger.options.transport))
  if (isOwn && !isJson) {
    return logger
  }
  // pino takes a transport or a stream, not both.
  const { transport: _transport, ...rest } = options ?? {}
  return {
    destination: {
      write: (line) => stream.write(stream.isTTY ? toLogText(line) : line),
    },
    options: { level, ...rest } as LoggerOptions,
  }
}
