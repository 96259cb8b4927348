import type { Payload } from 'payload'

import { findLogLevel } from '../../../shared/log/findLogLevel.js'

type ToSyncLogArgs = {
  /** What the lines are about, as `DEBUG=sync:…` names it. */
  area: 'run' | 'scheduler'
  /** What every line carries. */
  fields?: Record<string, unknown>
  payload: Pick<Payload, 'logger'>
}

/**
 * The project's logger with what every line of an area carries: `APP_ENV` as `env`, where it is set.
 * `LOG_LEVEL` and `DEBUG` say how much is told; without them it is as the project has it.
 */
export const toSyncLog = ({ area, fields = {}, payload }: ToSyncLogArgs): Payload['logger'] => {
  const { APP_ENV: env } = process.env
  const level = findLogLevel({ area, env: process.env })
  return payload.logger.child(
    { ...(env && { env }), ...fields },
    ...(level === undefined ? [] : [{ level }]),
  )
}
