import type { PayloadRequest } from 'payload'

import type { DeletedRecord } from '../../../store/records/deleted/findDeleted.js'
import type { Job } from '../Job.js'

import { openAndTellIssues } from '../../events/tellIssues.js'

type ExplainDeletedArgs = {
  deleted: readonly DeletedRecord[]
  job: Job
  req: PayloadRequest
}

/**
 * Opens one issue for each document that was deleted here and that records point to, instead of one
 * for each of those.
 */
export const explainDeleted = async ({
  deleted,
  job: { clock, connection, database, provider, resourceName, runId },
  req,
}: ExplainDeletedArgs): Promise<void> => {
  for (const { collection, deletedAt, externalId, resource } of deleted) {
    await openAndTellIssues({
      collection,
      connection,
      database,
      issues: [
        {
          details: { deletedAt, pointedToBy: resourceName },
          documentId: null,
          externalId,
          kind: 'reference',
          message:
            `${resource} ${externalId} was deleted here. What points to it, among others of ` +
            `${resourceName}, stays without it until it is restored.`,
        },
      ],
      now: clock.now(),
      provider: provider.name,
      req,
      resource,
      runId,
    })
  }
}
