import type { RequestContext } from 'payload'

import type { Job } from '../batch/Job.js'

/** What hooks of the project are told: that a sync writes, and for whom. */
export const toHookContext = ({
  provider,
  resourceName: resource,
  runId,
}: Pick<Job, 'provider' | 'resourceName' | 'runId'>): RequestContext => ({
  sync: { provider: provider.name, resource, runId },
})
