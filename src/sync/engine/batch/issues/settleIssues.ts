import type { PayloadRequest } from 'payload'

import type { SyncIssue } from '../../../store/issues/SyncIssue.js'
import type { Applied } from '../applyRecords.js'
import type { Job } from '../Job.js'
import type { PreparedRecord } from '../prepareRecords.js'

import { holdCauses } from '../../../store/issues/causes/holdCauses.js'
import { resolveIssues } from '../../../store/issues/resolveIssues.js'
import { openAndTellIssues } from '../../events/tellIssues.js'

type SettleIssuesArgs = {
  /** Records whose scopes agree again. */
  agreed: readonly string[]
  applied: Applied
  issues: readonly SyncIssue[]
  isWaiting: boolean
  job: Job
  /** ExternalIds of all that the provider has, whatever became of what it says of them. */
  listed: readonly string[]
  prepared: readonly PreparedRecord[]
  req: PayloadRequest
}

/**
 * Opens issues of a batch and closes what is in order again: a conflict when both sides agree, the
 * rest by being read. A word that waited was read when it was met, and says nothing of what is
 * listed now. Nothing is asked of the database where no record has an issue.
 */
export const settleIssues = async ({
  agreed,
  applied,
  issues,
  isWaiting,
  job,
  listed,
  prepared,
  req,
}: SettleIssuesArgs): Promise<void> => {
  const { book, clock, collection, connection, database, provider, runId } = job
  const common = {
    database,
    now: clock.now(),
    provider: provider.name,
    req,
    resource: job.resourceName,
  }
  const noted = await book?.look(req)
  const willBe = issues.some(({ cause }) => cause !== undefined)
  const isHeld = willBe || noted === undefined || noted.hasShared
  const hasShared = isHeld && (await holdCauses({ ...common, willBe }))
  // The record knows of its conflict, whoever opened it, and however lately.
  const reconciled = new Set(applied.reconciled)
  const resolve = async (kinds: readonly SyncIssue['kind'][], ids: readonly string[]) => {
    const externalIds =
      noted && !hasShared ? ids.filter((id) => noted.mayHave(id) || reconciled.has(id)) : ids
    await resolveIssues({ ...common, externalIds, hasShared, kinds })
  }
  const stillMissing = new Set(
    issues.filter(({ kind }) => kind === 'reference').map(({ externalId }) => externalId),
  )
  await resolve(['invalid', 'write'], toIds(prepared))
  if (!isWaiting) {
    await resolve(['missing'], listed)
    await resolve(['stale'], toIds(prepared.filter(({ remark }) => remark === undefined)))
  }
  await resolve(
    ['reference'],
    applied.written.filter((id) => !stillMissing.has(id)),
  )
  await resolve(['conflict'], applied.settled)
  await resolve(['claim'], agreed)
  await openAndTellIssues({ ...common, collection, connection, issues, runId })
  book?.add(issues)
}

const toIds = (records: readonly { externalId: string }[]): string[] =>
  records.map(({ externalId }) => externalId)
