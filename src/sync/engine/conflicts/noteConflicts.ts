import type { PayloadRequest } from 'payload'

import type { OpenConflicts } from '../../store/records/conflicts/OpenConflict.js'
import type { Job } from '../batch/Job.js'

import { resolveIssues } from '../../store/issues/resolveIssues.js'
import { saveConflicts } from '../../store/records/conflicts/saveConflicts.js'
import { openAndTellIssues } from '../events/tellIssues.js'
import { toConflictIssue } from './toConflictIssue.js'

type NoteConflictsArgs = {
  /** Those that are left. */
  conflicts: OpenConflicts
  documentId: number | string
  externalId: string
  job: Job
  req: PayloadRequest
}

/** Notes which conflicts of a record are left, and has its issue say so, or closes it. */
export const noteConflicts = async ({
  conflicts,
  documentId,
  externalId,
  job: { clock, collection, database, provider, resourceName: resource, runId },
  req,
}: NoteConflictsArgs): Promise<void> => {
  const about = { database, provider: provider.name, req, resource }
  await saveConflicts({ ...about, conflicts, externalId })
  if (Object.keys(conflicts).length === 0) {
    await resolveIssues({
      ...about,
      externalIds: [externalId],
      kinds: ['conflict'],
      now: clock.now(),
    })
    return
  }
  await openAndTellIssues({
    ...about,
    collection,
    issues: [toConflictIssue({ conflicts, documentId, externalId })],
    now: clock.now(),
    runId,
  })
}
