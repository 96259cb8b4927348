import type { SyncIssue } from '../../../store/issues/SyncIssue.js'
import type { Job } from '../Job.js'
import type { RejectedRecord } from '../prepareRecords.js'

import { toRaw } from './toRaw.js'

type ToQuarantinedArgs = { job: Pick<Job, 'provider'>; rejected: RejectedRecord }

/** The issue of a record that cannot be stored, with all that a person needs to mend it. */
export const toQuarantined = ({
  job: { provider },
  rejected: { issue, mapped, raw },
}: ToQuarantinedArgs): SyncIssue => {
  const secrets = [
    ...(provider.http?.secrets ?? []),
    ...[...provider.connections.values()].flatMap(({ credentials }) => Object.values(credentials)),
  ]
  // One that is made anew of stored words was never sent as it is.
  const sent = raw === undefined ? undefined : toRaw({ record: raw, secrets })
  return {
    ...issue,
    quarantine: { mapped: mapped ?? null, raw: sent?.text ?? null, rawHash: sent?.hash ?? null },
  }
}
