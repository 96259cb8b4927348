import type { PayloadRequest } from 'payload'

import type { Sync } from '../../engine/Sync.js'
import type { ConflictedRecord } from '../../store/records/conflicts/findConflicted.js'

import { findEdited } from '../../engine/batch/findEdited.js'
import { toJob } from '../../engine/batch/toJob.js'
import { noteConflicts } from '../../engine/conflicts/noteConflicts.js'
import { getSync, hasSync } from '../../engine/Sync.js'
import { inTransaction } from '../../store/inTransaction.js'
import { findConflicted } from '../../store/records/conflicts/findConflicted.js'

type SettleConflictsArgs = {
  /** Slug. */
  collection: string
  documentId: number | string
  /** Of the save; what it wrote is seen by its transaction. */
  req: PayloadRequest
}

/**
 * Closes the conflicts of a document in which a save has made both sides agree, and those that were
 * overwritten and that an editor has dealt with by another edit. One query where there is none.
 *
 * A batch takes the sync record first and then waits for the document, which the save has. So a
 * record that somebody else has is not waited for: who has it looks at the document after the save,
 * and closes what both agree on.
 */
export const settleConflicts = async ({
  collection,
  documentId,
  req,
}: SettleConflictsArgs): Promise<void> => {
  if (!hasSync(req.payload)) {
    return
  }
  const sync = getSync(req.payload)
  const { database } = sync
  const about = { collection, database, documentId }
  const within = (await req.transactionID) ? req : undefined
  if ((await findConflicted({ ...about, req: within })).length === 0) {
    return
  }
  const work = async (own: PayloadRequest): Promise<void> => {
    const lock = within ? 'skip' : 'wait'
    for (const record of await findConflicted({ ...about, lock, req: own })) {
      await settle({ documentId, record, req: own, sync })
    }
  }
  await (within ? work(within) : inTransaction({ database, work }))
}

type SettleArgs = { record: ConflictedRecord; sync: Sync } & Pick<
  SettleConflictsArgs,
  'documentId' | 'req'
>

const settle = async ({ documentId, record, req, sync }: SettleArgs): Promise<void> => {
  const provider = sync.providers.get(record.provider)
  if (!provider?.resources.has(record.resource)) {
    return
  }
  const job = toJob({ provider, resourceName: record.resource, runId: null, sync })
  const edited = (await findEdited({ job, record, req })).map(({ field }) => field)
  const isEdited = (path: string): boolean =>
    edited.some((field) => field === path || path.startsWith(`${field}.`))
  const left = Object.entries(record.conflicts).filter(
    ([path, { isOverwritten = false }]) => isOverwritten !== isEdited(path),
  )
  if (left.length === Object.keys(record.conflicts).length) {
    return
  }
  const { externalId } = record
  await noteConflicts({ conflicts: Object.fromEntries(left), documentId, externalId, job, req })
}
