import type { Payload } from 'payload'

import type { Run } from '../../run/Run.js'

import { loadSync } from '../../engine/Sync.js'
import { getProvider } from '../../engine/work/getProvider.js'
import { getResource } from '../../engine/work/getResource.js'
import { reopenRecords } from '../../store/records/deleted/reopenRecords.js'
import { startRun } from '../runs/startRun.js'

type RebuildResourceArgs = {
  /** Whether documents that people have deleted come back too. @default false */
  includesDeleted?: boolean
  payload: Payload
  provider: string
  resource: string
}

/**
 * Has everything of a resource looked at again, whether it changed or not, and queues a full run:
 * documents that vanished are created again, those that differ are merged. What editors changed
 * stays, as in every sync.
 *
 * @throws RefusedError for names that nobody knows, or a provider that is not set up
 */
export const rebuildResource = async ({
  includesDeleted = false,
  payload,
  provider: providerName,
  resource,
}: RebuildResourceArgs): Promise<Run[]> => {
  const { database, providers } = await loadSync({ payload })
  const provider = getProvider({ provider: providerName, providers })
  getResource({ name: resource, provider })
  await reopenRecords({ database, includesDeleted, provider: providerName, resource })
  return await startRun({
    initiatedBy: null,
    mode: 'full',
    payload,
    provider: providerName,
    resource,
    trigger: 'cli',
  })
}
