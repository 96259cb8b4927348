import type { Payload, PayloadRequest } from 'payload'

import type { Provider, Resource, SyncMode } from '../../sdk/index.js'
import type { Sync } from '../engine/Sync.js'
import type { Priority, Run, Trigger } from '../run/Run.js'
import type { Database } from '../store/Database.js'

import { RefusedError } from '../../shared/errors/index.js'
import { giveOut } from '../engine/giveOut.js'
import { DEFAULT_CONNECTION, getSync } from '../engine/Sync.js'
import { prepareQueue } from '../queue/prepareQueue.js'
import { DEFAULT_PRIORITY } from '../run/Run.js'
import { getAdapter } from '../store/Database.js'
import { inTransaction } from '../store/inTransaction.js'
import { lockTransaction } from '../store/locks/lockTransaction.js'
import { createRun } from '../store/runs/createRun.js'
import { findRuns } from '../store/runs/findRuns.js'
import { raisePriority } from '../store/runs/raisePriority.js'
import { getProvider } from './getProvider.js'
import { getResource } from './getResource.js'
import { toLogLine } from './toLogLine.js'

export type StartRunArgs = {
  /** @default the one whose credentials come from the config */
  connection?: string
  /** Who asked; `null` when nobody did. */
  initiatedBy: null | number | string
  mode: SyncMode
  /** Told of each run that was queued already. */
  onQueuedBefore?: (run: Run) => void
  payload: Payload
  /** @default 'normal' */
  priority?: Priority
  provider: string
  /** @default every resource of the provider that has the mode, in dependency order */
  resource?: string
  trigger: Trigger
}

/**
 * Queues runs: all of them, or none. Work that is queued already is not queued twice; its run is
 * returned instead.
 *
 * @throws RefusedError for a name nobody knows, a mode the resource does not have, or a provider
 * that is not set up
 */
export const startRun = async ({
  connection = DEFAULT_CONNECTION,
  initiatedBy,
  mode,
  onQueuedBefore,
  payload,
  priority = DEFAULT_PRIORITY,
  provider: providerName,
  resource,
  trigger,
}: StartRunArgs): Promise<Run[]> => {
  const sync = getSync(payload)
  const { database, providers } = sync
  const provider = getProvider({ connection, provider: providerName, providers })
  const resources = getResources({ mode, provider, resource })
  await prepareQueue({ log: toLogLine(payload), pool: getAdapter(payload).pool })

  return await inTransaction({
    database,
    work: async (req) => {
      // Two people who press the button together make one run.
      await lockTransaction({ database, key: `start/${provider.name}/${connection}`, req })
      const runs: Run[] = []
      for (const name of resources) {
        const run = { connection, mode, provider: provider.name, resource: name }
        const queued = await findQueued({ database, req, run })
        if (queued) {
          onQueuedBefore?.(queued)
        }
        const asked = { ...run, initiatedBy, priority, trigger }
        runs.push(
          queued
            ? await raisePriority({ database, priority, req, run: queued })
            : await queueRun({ req, run: asked, sync }),
        )
      }
      const [line] = runs
      if (line) {
        await giveOut({ line, req, sync })
      }
      return runs
    },
  })
}

type GetResourcesArgs = { mode: SyncMode; provider: Provider; resource: string | undefined }

const getResources = ({ mode, provider, resource: name }: GetResourcesArgs): string[] => {
  const hasMode = (resource: Resource): boolean => resource.scopes[mode] !== undefined
  if (name === undefined) {
    const able = [...provider.resources].filter(([, resource]) => hasMode(resource))
    if (able.length === 0) {
      throw new RefusedError({
        code: 'MODE_UNAVAILABLE',
        message: `No resource of ${provider.label} can be synced in mode ${mode}.`,
      })
    }
    return able.map(([resourceName]) => resourceName)
  }
  const resource = getResource({ name, provider })
  if (!hasMode(resource)) {
    const modes = Object.keys(resource.scopes).join(', ')
    throw new RefusedError({
      code: 'MODE_UNAVAILABLE',
      message: `${provider.label} ${name} cannot be synced in mode ${mode} (it has: ${modes}).`,
    })
  }
  return [name]
}

type Work = Pick<Run, 'connection' | 'mode' | 'provider' | 'resource'>

type FindQueuedArgs = { database: Database; req: PayloadRequest; run: Work }

const findQueued = async ({ database, req, run }: FindQueuedArgs): Promise<Run | undefined> => {
  const filter = { ...run, status: 'queued' as const }
  const { docs } = await findRuns({ database, filter, limit: 1, req })
  return docs[0]
}

type QueueRunArgs = {
  req: PayloadRequest
  run: Pick<Run, 'initiatedBy' | 'priority' | 'trigger'> & Work
  sync: Sync
}

const queueRun = async ({
  req,
  run: asked,
  sync: { clock, database },
}: QueueRunArgs): Promise<Run> => {
  const lane = asked.mode === 'live' ? 'live' : 'bulk'
  return await createRun({ database, now: clock.now(), req, run: { ...asked, lane } })
}
