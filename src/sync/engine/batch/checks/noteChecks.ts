import type { PayloadRequest } from 'payload'

import type { CheckStatus } from '../../../store/checks/CHECK_STATUSES.js'
import type { Applied } from '../applyRecords.js'
import type { Job } from '../Job.js'
import type { RejectedRecord } from '../prepareRecords.js'

import { linkChecks } from '../../../store/checks/linkChecks.js'
import { saveChecks } from '../../../store/checks/saveChecks.js'

type NoteChecksArgs = {
  applied: Applied
  /** Whether what is stored was looked at before, as a word that waited was. */
  isPast: boolean
  job: Job
  /** Records of which something newer is known, which was noted when it came. */
  overtaken: readonly { externalId: string }[]
  refused: readonly RejectedRecord[]
  req: PayloadRequest
}

/**
 * Notes of a batch's records that they were looked at and how they stand, in its transaction, where
 * their resource asks for it.
 */
export const noteChecks = async ({
  applied,
  isPast,
  job: { clock, collection, database, provider, resource: definition, resourceName: resource },
  overtaken,
  refused,
  req,
}: NoteChecksArgs): Promise<void> => {
  if (!definition.keepsChecks) {
    return
  }
  const late = new Set(overtaken.map(({ externalId }) => externalId))
  const checks = new Map<string, CheckStatus>([
    ...[...applied.outcomes]
      .filter(([externalId]) => !late.has(externalId))
      .map(([externalId, outcome]): [string, CheckStatus] => [
        externalId,
        // What waits for a document to be closed is not stored yet.
        outcome === 'deferred' ? 'PENDING' : 'SYNCED',
      ]),
    ...refused
      .filter(({ isIdentified }) => isIdentified)
      .map(({ externalId }): [string, CheckStatus] => [externalId, 'ERROR']),
  ])
  if (checks.size === 0) {
    return
  }
  const common = { database, provider: provider.name, req, resource }
  await saveChecks({ ...common, checks, now: isPast ? null : clock.now() })
  await linkChecks({ ...common, collection, externalIds: [...checks.keys()] })
}
