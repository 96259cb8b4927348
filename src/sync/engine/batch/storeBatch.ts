import type { PayloadRequest } from 'payload'

import type { SyncIssue } from '../../store/issues/SyncIssue.js'
import type { Applied } from './applyRecords.js'
import type { ClaimSource } from './claims/settleClaims.js'
import type { Job } from './Job.js'
import type { PreparedRecord, RejectedRecord } from './prepareRecords.js'

import { openIssues } from '../../store/issues/openIssues.js'
import { resolveIssues } from '../../store/issues/resolveIssues.js'
import { touchRecords } from '../../store/records/touchRecords.js'
import { applyRecords } from './applyRecords.js'
import { settleClaims } from './claims/settleClaims.js'
import { warnOfUnknownFields } from './warnOfUnknownFields.js'

export type Batch = {
  prepared: readonly PreparedRecord[]
  rejected: readonly RejectedRecord[]
}

type StoreBatchArgs = {
  batch: Batch
  job: Job
  req: PayloadRequest
  /** Key of the scope that would prove the records' absence, or `null`. */
  scope: null | string
  /** Which scope speaks; absent where the records are of none. */
  source?: ClaimSource | undefined
}

type Stored = {
  applied: Applied
  /** The records without repeats: of one that came twice the last form counts. */
  latest: PreparedRecord[]
}

/** Stores records and what is to be said of them, in the transaction of `req`. */
export const storeBatch = async ({
  batch: { prepared, rejected },
  job,
  req,
  scope,
  source,
}: StoreBatchArgs): Promise<Stored> => {
  const { clock, collection, database, provider, resourceName: resource, runId } = job
  const latest = [...new Map(prepared.map((record) => [record.externalId, record])).values()]
  warnOfUnknownFields({ job, prepared: latest })
  const settled = await settleClaims({ job, prepared: latest, rejected, req, source })
  const applied = joinApplied(
    await applyRecords({ job, prepared: settled.prepared, req, scope }),
    await applyRecords({ job, prepared: settled.left, req, scope: null }),
  )
  await settled.save()
  const issues = [...applied.issues, ...settled.issues, ...rejected.map(({ issue }) => issue)]
  const common = { database, now: clock.now(), provider: provider.name, req, resource }
  await closeIssues({ applied, common, issues, prepared: latest })
  await resolveIssues({ ...common, externalIds: settled.agreed, kinds: ['claim'] })
  await openIssues({ ...common, collection, issues, runId })
  await touchRecords({
    ...common,
    externalIds: rejected.flatMap(({ externalId, isIdentified }) =>
      isIdentified ? [externalId] : [],
    ),
    scope,
  })
  return { applied, latest }
}

/** What became of a batch, with what its scope does not list any more where that changed it. */
const joinApplied = (batch: Applied, left: Applied): Applied => ({
  agreed: [...batch.agreed, ...left.agreed],
  issues: [...batch.issues, ...left.issues],
  outcomes: new Map([
    ...batch.outcomes,
    ...[...left.outcomes].filter(([, outcome]) => outcome !== 'unchanged'),
  ]),
  written: [...batch.written, ...left.written],
})

type CloseIssuesArgs = {
  applied: Applied
  common: Omit<Parameters<typeof resolveIssues>[0], 'externalIds' | 'kinds'>
  issues: readonly SyncIssue[]
  prepared: readonly PreparedRecord[]
}

/** Closes what is in order again: a conflict when both sides agree, the rest by being read. */
const closeIssues = async ({ applied, common, issues, prepared }: CloseIssuesArgs) => {
  const stillMissing = new Set(
    issues.filter(({ kind }) => kind === 'reference').map(({ externalId }) => externalId),
  )
  const read = prepared.map(({ externalId }) => externalId)
  await resolveIssues({ ...common, externalIds: read, kinds: ['invalid', 'missing', 'write'] })
  await resolveIssues({
    ...common,
    externalIds: applied.written.filter((id) => !stillMissing.has(id)),
    kinds: ['reference'],
  })
  await resolveIssues({
    ...common,
    externalIds: applied.agreed,
    kinds: ['conflict'],
  })
}
