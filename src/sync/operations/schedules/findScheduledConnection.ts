import type { Payload } from 'payload'

import type { ScheduledWork } from '../../schedule/Schedule.js'

import { DEFAULT_CONNECTION } from '../../../sdk/connections/Connection.js'
import { getSync, hasSync } from '../../engine/Sync.js'

type FindScheduledConnectionArgs = { payload: Payload } & Pick<
  ScheduledWork,
  'connection' | 'provider'
>

/**
 * Which connection a schedule means. Where people enter connections and the config has no default
 * one, the default means every one of them.
 */
export const findScheduledConnection = ({
  connection,
  payload,
  provider: name,
}: FindScheduledConnectionArgs): null | string => {
  const provider = hasSync(payload) ? getSync(payload).providers.get(name) : undefined
  const isEvery =
    provider?.accounts !== undefined &&
    connection === DEFAULT_CONNECTION &&
    !provider.connections.has(DEFAULT_CONNECTION)
  return isEvery ? null : connection
}
