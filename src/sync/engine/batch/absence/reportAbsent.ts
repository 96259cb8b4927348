import type { PayloadRequest } from 'payload'

import type { AbsentRecord } from '../../../store/records/absence/countAbsence.js'
import type { Job } from '../Job.js'
import type { Removal } from './removeDocument.js'

import { markMissing } from '../../../store/records/absence/markMissing.js'
import { withoutTombstones } from '../../../store/records/deleted/withoutTombstones.js'
import { openAndTellIssues } from '../../events/tellIssues.js'
import { removeDocument } from './removeDocument.js'

/** What is remembered of what was done, so that it can be taken back. */
const ACTIONS: readonly ['trash' | 'unpublish' | undefined, readonly Removal[]][] = [
  ['trash', ['trashed']],
  ['unpublish', ['unpublished']],
  [undefined, ['deleted', 'flagged']],
]

type ReportAbsentArgs = {
  connection?: string | undefined
  job: Job
  missing: readonly AbsentRecord[]
  req: PayloadRequest
  scope: string
  /** Why they are missing: `it was absent from 3 complete reads`. */
  why: string
}

const DONE: Readonly<Record<Exclude<Removal, 'later'>, string>> = {
  deleted: 'The document was deleted.',
  flagged: 'The document was not changed.',
  trashed: 'The document was put into the trash.',
  unpublished: 'The document was unpublished.',
}

/**
 * Makes records missing: what their resource says is done to the documents, and an issue tells of
 * each. A document that somebody has open is left for the next read. Returns how many are missing.
 */
export const reportAbsent = async ({
  connection,
  job,
  missing,
  req,
  scope,
  why,
}: ReportAbsentArgs): Promise<number> => {
  const { clock, collection, database, provider, resourceName: resource, runId } = job
  const about = { database, now: clock.now(), provider: provider.name, req, resource }
  const done: { absent: AbsentRecord; removal: Exclude<Removal, 'later'> }[] = []
  // Documents are written in the order of their ids, as everywhere.
  const ordered = [...missing].sort((one, other) =>
    one.documentId.localeCompare(other.documentId, undefined, { numeric: true }),
  )
  for (const absent of ordered) {
    const removal = await withoutTombstones(req, () => removeDocument({ absent, job, req }))
    if (removal !== 'later') {
      done.push({ absent, removal })
    }
  }
  for (const [action, removals] of ACTIONS) {
    const those = done.filter(({ removal }) => removals.includes(removal))
    const externalIds = those.map(({ absent }) => absent.externalId)
    await markMissing({ ...about, action, externalIds })
  }
  await openAndTellIssues({
    ...about,
    collection,
    connection,
    issues: done.map(({ absent: { documentId, externalId }, removal }) => ({
      details: { removal, scope },
      documentId: removal === 'deleted' ? null : documentId,
      externalId,
      kind: 'missing',
      message: `${provider.label} no longer lists it: ${why}. ${DONE[removal]}`,
    })),
    runId,
  })
  return done.length
}
