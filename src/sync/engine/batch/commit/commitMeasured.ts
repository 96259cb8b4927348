import type { RunState } from '../../../store/runs/RunState.js'
import type { CommitBatchArgs } from './commitBatch.js'

import { noteSeconds } from '../../../../shared/measures/measure.js'
import { withSpan } from '../../../../shared/tracing/withSpan.js'
import { commitBatch } from './commitBatch.js'

/** Commits a step of a run. One that stores records is timed and traced. */
export const commitMeasured = async (args: CommitBatchArgs): Promise<RunState> => {
  const { batch, job } = args
  const records = batch.prepared.length + batch.rejected.length
  if (records === 0) {
    return await commitBatch(args)
  }
  const provider = job.provider.name
  const resource = job.resourceName
  const begun = performance.now()
  const state = await withSpan({
    name: 'sync.batch',
    attributes: () => ({
      'payload_sync.provider': provider,
      'payload_sync.records': records,
      'payload_sync.resource': resource,
    }),
    work: () => commitBatch(args),
  })
  noteSeconds({
    name: 'payload_sync_process_batch_duration_seconds',
    labels: { provider, resource },
    seconds: (performance.now() - begun) / 1000,
  })
  return state
}
