import type { Payload } from 'payload'

import type { Run } from '../../run/Run.js'

import { RefusedError } from '../../../shared/errors/index.js'
import { loadSync } from '../../engine/Sync.js'
import { getProvider } from '../../engine/work/getProvider.js'
import { getResource } from '../../engine/work/getResource.js'
import { reopenRecords } from '../../store/records/deleted/reopenRecords.js'
import { startRun } from '../runs/startRun.js'

type RebuildResourceArgs = {
  /** Whether documents that people have deleted come back too. @default false */
  includesDeleted?: boolean
  payload: Payload
  /** @default the only one that has such a resource */
  provider?: string | undefined
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
  provider: given,
  resource,
}: RebuildResourceArgs): Promise<Run[]> => {
  const { database, providers } = await loadSync({ payload })
  const having = [...providers.values()].filter(({ resources }) => resources.has(resource))
  const providerName = given ?? having[0]?.name
  if (providerName === undefined || (given === undefined && having.length > 1)) {
    throw new RefusedError({
      code: 'UNKNOWN_PROVIDER',
      message:
        having.length > 1
          ? `Say of which provider: ${having.map(({ name }) => name).join(', ')}.`
          : `No provider has a resource "${resource}".`,
    })
  }
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
