import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { SyncMode } from '../../../sdk/index.js'
import type { Run } from '../../run/Run.js'

import { listReadyConnections } from '../../../sdk/connections/listReadyConnections.js'
import { limitProviders } from '../../../sdk/connections/Sight.js'
import { SYNC_MODES } from '../../../sdk/index.js'
import { loadSync } from '../../engine/Sync.js'
import { findNewestRuns } from '../../store/runs/read/findNewestRuns.js'
import { findStates } from '../../store/states/findStates.js'
import { summarizeStates } from './summarizeStates.js'

/** One resource that fills a collection. */
export type CollectionSource = {
  /** Queued and running runs of the resource. */
  activeRuns: Run[]
  /** Whether it can be synced at all; a provider without credentials cannot. */
  isReady: boolean
  lastRun: null | Run
  lastSuccessAt: null | string
  modes: SyncMode[]
  provider: string
  providerLabel: string
  resource: string
}

type GetCollectionStatusArgs = {
  /** Slug. */
  collection: string
  payload: Payload
  /** @default 'all' */
  sight?: Sight
}

/** What fills a collection and how fresh that is, in a few statements whatever is stored. */
export const getCollectionStatus = async ({
  collection,
  payload,
  sight = 'all',
}: GetCollectionStatusArgs): Promise<CollectionSource[]> => {
  const { database, providers: all, slugOf } = await loadSync({ payload })
  const providers = limitProviders({ providers: all, sight })
  const sources = [...providers.values()].flatMap((provider) =>
    [...provider.resources]
      .filter(
        ([, resource]) => slugOf({ collection: resource.collection, provider }) === collection,
      )
      .map(([name, resource]) => ({ name, provider, resource })),
  )
  const [{ active, ended }, states] = await Promise.all([
    findNewestRuns({
      database,
      resources: sources.map(({ name, provider }) => ({ provider: provider.name, resource: name })),
      sight,
    }),
    findStates(database),
  ])
  return sources.map(({ name, provider, resource }) => {
    const isOwn = (run: Pick<Run, 'provider' | 'resource'>): boolean =>
      run.provider === provider.name && run.resource === name
    return {
      activeRuns: active.filter(isOwn),
      isReady: listReadyConnections(provider).length > 0,
      lastRun: ended.get(`${provider.name}/${name}`) ?? null,
      lastSuccessAt: summarizeStates({ provider, resource: name, states }).lastSuccessAt,
      modes: SYNC_MODES.filter((mode) => resource.scopes[mode] !== undefined),
      provider: provider.name,
      providerLabel: provider.label,
      resource: name,
    }
  })
}
