import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { SyncMode } from '../../../sdk/index.js'
import type { Priority, Run, Trigger } from '../../run/Run.js'
import type { Asker } from '../../store/runs/initiator.js'

import { listReadyConnections } from '../../../sdk/connections/listReadyConnections.js'
import { limitProviders } from '../../../sdk/connections/Sight.js'
import { loadSync } from '../../engine/Sync.js'
import { findWorkOfAll } from '../../engine/work/asked/findWorkOfAll.js'
import { findWork } from '../../engine/work/findWork.js'
import { getProvider } from '../../engine/work/getProvider.js'
import { queueRuns } from '../../engine/work/queueRuns.js'
import { prepareQueue } from '../../queue/prepareQueue.js'
import { DEFAULT_PRIORITY } from '../../run/Run.js'
import { inTransaction } from '../../store/inTransaction.js'
import { toInitiator } from '../../store/runs/initiator.js'

export type StartRunArgs = {
  /** @default every one of the provider that is set up */
  connection?: string
  /** Who asked: a user, or the id of one of the admin panel; `null` when nobody did. */
  initiatedBy: Asker
  mode: SyncMode
  /** Told of each run that was queued already. */
  onQueuedBefore?: (run: Run) => void
  payload: Payload
  /** @default 'normal' */
  priority?: Priority
  /** @default all that are set up and have the mode */
  provider?: string | undefined
  /** @default every resource of a provider that has the mode, in dependency order */
  resource?: string
  /** Other connections are none that there are. @default 'all' */
  sight?: Sight
  trigger: Trigger
}

/**
 * Queues runs: all of them, or none. Work that is queued already is not queued twice; its run is
 * returned instead. The runs are in the order of the providers, then of the connections, then in
 * dependency order.
 *
 * @throws RefusedError for a name nobody knows, a mode the resource does not have, or a provider
 * that is not set up
 */
export const startRun = async ({
  connection,
  initiatedBy,
  mode,
  onQueuedBefore,
  payload,
  priority = DEFAULT_PRIORITY,
  provider,
  resource,
  sight = 'all',
  trigger,
}: StartRunArgs): Promise<Run[]> => {
  const sync = await loadSync({ payload })
  const { database } = sync
  const providers = limitProviders({ providers: sync.providers, sight })
  const works =
    provider === undefined
      ? findWorkOfAll({ mode, providers, resource })
      : [{ provider, resources: findWork({ connection, mode, provider, providers, resource }) }]
  const lines = works.flatMap((work) =>
    (connection === undefined
      ? listReadyConnections(getProvider({ provider: work.provider, providers }))
      : [connection]
    ).map((name) => ({ ...work, connection: name })),
  )
  await prepareQueue({ database })

  return await inTransaction({
    database,
    work: async (req) => {
      const runs: Run[] = []
      for (const { resources, ...line } of lines) {
        const queued = await queueRuns({
          ...line,
          req,
          sync,
          works: [
            {
              initiatedBy: toInitiator({ asker: initiatedBy, payload }),
              mode,
              onQueuedBefore,
              priority,
              resources,
              trigger,
            },
          ],
        })
        runs.push(...queued)
      }
      return runs
    },
  })
}
