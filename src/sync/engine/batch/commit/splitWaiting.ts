import type { StubRefusedError } from '../../write/refusal/StubRefusedError.js'
import type { Job } from '../Job.js'
import type { PreparedRecord, RejectedRecord } from '../prepareRecords.js'

import { findCauses } from '../../../store/issues/causes/findCauses.js'
import { findRecords } from '../../../store/records/findRecords.js'
import { findStubProblems, tellStub } from '../../write/refusal/describeRefusal.js'
import { toCauseKey } from '../../write/refusal/toProblem.js'

type SplitWaitingArgs = {
  error: StubRefusedError
  job: Job
  prepared: readonly PreparedRecord[]
}

type Split = {
  /** Whether others were found than those that need the stub itself. */
  hasOthers: boolean
  left: PreparedRecord[]
  waiting: RejectedRecord[]
}

/**
 * Takes out of a batch the records that need a stub which was refused, and those that need one of
 * a record of which it is known that it has the same cause. They wait for those, and are not tried.
 * `undefined` when it was refused for a reason of its own.
 */
export const splitWaiting = async ({
  error,
  job,
  prepared,
}: SplitWaitingArgs): Promise<Split | undefined> => {
  const { resource } = error
  const problems = await findStubProblems({ error, job })
  const cause = toCauseKey({ problems })
  if (cause === undefined) {
    return undefined
  }
  const { collections, database, provider } = job
  const wanted = new Set(
    prepared
      .flatMap(({ references }) => references)
      .filter(({ resource: of, stub }) => of === resource && stub !== undefined)
      .map(({ externalId }) => externalId),
  )
  const about = { database, provider: provider.name, resource }
  const refused = new Set((await findCauses({ ...about, cause, externalIds: wanted })).keys())
  const stored = await findRecords({ ...about, collections, ids: new Map([[resource, refused]]) })
  stored.get(resource)?.forEach((_, externalId) => refused.delete(externalId))
  refused.add(error.externalId)

  const left: PreparedRecord[] = []
  const waiting: RejectedRecord[] = []
  for (const record of prepared) {
    const target = record.references.find(
      (reference) =>
        reference.resource === resource &&
        reference.stub !== undefined &&
        refused.has(reference.externalId),
    )
    if (target) {
      const told = tellStub({ externalId: target.externalId, problems, resource })
      const { externalId } = record
      const issue = { ...told, documentId: null, externalId, kind: 'write' as const }
      waiting.push({ externalId, isIdentified: true, issue })
    } else {
      left.push(record)
    }
  }
  return { hasOthers: refused.size > 1, left, waiting }
}
