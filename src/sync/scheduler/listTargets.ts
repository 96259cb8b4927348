import type { Sync } from '../engine/Sync.js'
import type { ScheduledWork } from '../schedule/Schedule.js'

import { listReadyConnections } from '../../sdk/connections/listReadyConnections.js'
import { couldBeLive } from './couldBeLive.js'

type ListTargetsArgs = {
  schedule: Pick<ScheduledWork, 'connection' | 'mode' | 'provider' | 'resource'>
  sync: Sync
}

/**
 * The connections that a schedule is to run now: its own, or each of the provider's that can be
 * used. Of a live schedule only those of which anything could be live.
 */
export const listTargets = async ({ schedule, sync }: ListTargetsArgs): Promise<string[]> => {
  const { connection, mode, provider: name } = schedule
  const provider = sync.providers.get(name)
  const wanted =
    connection === null ? (provider ? listReadyConnections(provider) : []) : [connection]
  if (mode !== 'live') {
    return wanted
  }
  const live: string[] = []
  for (const target of wanted) {
    if (await couldBeLive({ connection: target, schedule, sync })) {
      live.push(target)
    }
  }
  return live
}
