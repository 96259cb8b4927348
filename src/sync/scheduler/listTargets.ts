import type { Sync } from '../engine/Sync.js'
import type { ScheduledWork } from '../schedule/Schedule.js'

import { listReadyConnections } from '../../sdk/connections/listReadyConnections.js'
import { findDeactivation } from '../engine/run/client/findDeactivation.js'
import { findStopped } from '../store/auth/findStopped.js'
import { couldBeLive } from './couldBeLive.js'

type ListTargetsArgs = {
  schedule: Pick<ScheduledWork, 'connection' | 'mode' | 'provider' | 'resource'>
  sync: Sync
}

/**
 * The connections that a schedule is to run now: its own, or each of the provider's that can be
 * used and is not deactivated. Of a live schedule only those of which anything could be live.
 */
export const listTargets = async ({ schedule, sync }: ListTargetsArgs): Promise<string[]> => {
  const { connection, mode, provider: name } = schedule
  const provider = sync.providers.get(name)
  const wanted =
    connection === null
      ? await listActive({ ready: provider ? listReadyConnections(provider) : [], schedule, sync })
      : [connection]
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

type ListActiveArgs = { ready: readonly string[] } & ListTargetsArgs

/** One that was switched off is not ready anyway; one of the config has nobody to switch it off. */
const listActive = async ({
  ready,
  schedule: { provider },
  sync,
}: ListActiveArgs): Promise<string[]> => {
  // One question for all of them: few are ever stopped.
  const stopped = new Set(
    (await findStopped(sync.database))
      .filter((each) => each.provider === provider)
      .map(({ connection }) => connection),
  )
  const active: string[] = []
  for (const connection of ready) {
    const isOff =
      stopped.has(connection) &&
      (await findDeactivation({ connection, provider, sync })) !== undefined
    if (!isOff) {
      active.push(connection)
    }
  }
  return active
}
