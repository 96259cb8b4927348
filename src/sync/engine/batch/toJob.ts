import type { Provider } from '../../../sdk/index.js'
import type { Sync } from '../Sync.js'
import type { Job } from './Job.js'

import { readShape } from '../merge/readShape.js'

type ToJobArgs = { provider: Provider; sync: Sync } & Pick<Job, 'resourceName' | 'runId'>

/**
 * What the engine must know to store records of one resource.
 *
 * @throws Error when the project does not have the resource or its collection
 */
export const toJob = ({ provider, resourceName, runId, sync }: ToJobArgs): Job => {
  const { beforeWrite, clock, database, payload, rulesOf, slugOf } = sync
  const resource = provider.resources.get(resourceName)
  const collection = resource && slugOf({ collection: resource.collection, provider })
  const config = collection && payload.collections[collection]?.config
  if (!config) {
    throw new Error(`${provider.name} ${resourceName} fills "${collection}", which does not exist.`)
  }
  return {
    beforeWrite,
    clock,
    collection,
    collections: new Map(
      [...provider.resources].map(([name, other]) => [
        name,
        slugOf({ collection: other.collection, provider }),
      ]),
    ),
    database,
    payload,
    provider,
    resource,
    resourceName,
    rules: rulesOf({ provider: provider.name, resource: resourceName }),
    runId,
    shape: readShape({ blocks: payload.blocks, flattenedFields: config.flattenedFields }),
  }
}
