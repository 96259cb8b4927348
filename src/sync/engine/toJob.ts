import type { Provider, Resource } from '../../sdk/index.js'
import type { RunState } from '../store/runs/RunState.js'
import type { Job } from './Job.js'
import type { Sync } from './Sync.js'

import { readShape } from './readShape.js'

type ToJobArgs = { provider: Provider; resource: Resource; state: RunState; sync: Sync }

/**
 * What stays the same while a run executes.
 *
 * @throws Error when the project does not have the collection any more
 */
export const toJob = ({ provider, resource, state: { run }, sync }: ToJobArgs): Job => {
  const { clock, database, payload, slugOf } = sync
  const collection = slugOf(resource.collection)
  const config = payload.collections[collection]?.config
  if (!config) {
    throw new Error(`${provider.name} ${run.resource} fills "${collection}", which does not exist.`)
  }
  return {
    clock,
    collection,
    collections: new Map(
      [...provider.resources].map(([name, other]) => [name, slugOf(other.collection)]),
    ),
    database,
    payload,
    provider,
    resource,
    resourceName: run.resource,
    runId: run.id,
    shape: readShape(config),
  }
}
