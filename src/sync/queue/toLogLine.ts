import type { Payload } from 'payload'

import type { LogLine } from './toQueueLogger.js'

/** The project's logger as the queue takes one. */
export const toLogLine =
  ({ logger }: Pick<Payload, 'logger'>): LogLine =>
  ({ context, level, message }) => {
    logger[level]({ ...context, msg: message })
  }
