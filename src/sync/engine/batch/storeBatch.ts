import type { PayloadRequest } from 'payload'

import type { SyncIssue } from '../../store/issues/SyncIssue.js'
import type { LockedRecords } from '../../store/records/lockRecords.js'
import type { WaitingWord } from '../../store/records/waiting/WaitingWord.js'
import type { Applied } from './applyRecords.js'
import type { ClaimSource } from './claims/settleClaims.js'
import type { Job } from './Job.js'
import type { PreparedRecord, RejectedRecord } from './prepareRecords.js'

import { hasSeveralConnections } from '../../../sdk/connections/hasSeveralConnections.js'
import { findUnlisted } from '../../store/claims/findClaims.js'
import { holdCauses } from '../../store/issues/causes/holdCauses.js'
import { openIssues } from '../../store/issues/openIssues.js'
import { resolveIssues } from '../../store/issues/resolveIssues.js'
import { lockRecords } from '../../store/records/lockRecords.js'
import { noteSightings } from '../../store/records/sightings/noteSightings.js'
import { touchRecords } from '../../store/records/touchRecords.js'
import { dropWaiting } from '../../store/records/waiting/dropWaiting.js'
import { tellChanges } from '../events/changes.js'
import { applyRecords } from './applyRecords.js'
import { noteChecks } from './checks/noteChecks.js'
import { settleClaims } from './claims/settleClaims.js'
import { refuseMisfits } from './fields/refuseMisfits.js'
import { warnOfUnknownFields } from './fields/warnOfUnknownFields.js'
import { findRemarks } from './findRemarks.js'
import { toQuarantined } from './quarantine/toQuarantined.js'
import { explainMissing } from './waiting/explainMissing.js'

export type Batch = {
  prepared: readonly PreparedRecord[]
  rejected: readonly RejectedRecord[]
  /** When all of it was said, in the database's time. */
  saidAt: Date
  /** The word that this batch consists of, where it is one that waited. */
  waiting?: WaitingWord
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

export type Stored = {
  applied: Applied
  /** What was given, the records with a value that its field cannot take among the rejected. */
  batch: Batch
  /** The records without repeats: of one that came twice the last form counts. */
  latest: PreparedRecord[]
  /** Records whose fields cannot take what several scopes together say of them. */
  misfits: RejectedRecord[]
  /** The records that cannot be stored, and of which nothing newer is known. */
  refused: RejectedRecord[]
  /** How many words that this run had put by were overtaken by the batch, or are stored by it. */
  resumed: number
}

/**
 * Stores records and what is to be said of them, in the transaction of `req`. A record of which
 * something newer is known already is only noted as seen, whoever brought the newer word; where
 * several scopes speak of the same records, a scope's word gives way only to a newer one of its
 * own. One with a value that its field cannot take is refused, whichever way it came.
 */
export const storeBatch = async ({
  batch: given,
  job,
  req,
  scope,
  source,
}: StoreBatchArgs): Promise<Stored> => {
  const batch = refuseMisfits({ job, records: given })
  const { prepared, rejected, saidAt, waiting } = batch
  const { clock, collection, database, provider, resourceName: resource, runId } = job
  const speaker = job.resource.claim && runId !== null ? source : undefined
  const latest = [...new Map(prepared.map((record) => [record.externalId, record])).values()]
  warnOfUnknownFields({ job, prepared: latest })
  const common = { database, now: clock.now(), provider: provider.name, req, resource }
  const identified = rejected.filter(({ isIdentified }) => isIdentified)
  const listed = toIds([...latest, ...identified])
  const unlisted = speaker?.endsScope
    ? await findUnlisted({
        ...common,
        listed,
        run: String(runId),
        scope: speaker.key,
        since: speaker.since,
      })
    : []
  // All at once, so that they are taken in one order.
  const locked = await lockRecords({
    ...common,
    claimant: speaker?.key,
    externalIds: [...listed, ...toIds(unlisted)],
  })
  const isLate = (record: { externalId: string }): boolean =>
    isOvertaken({ locked, record, saidAt })
  const overtaken = latest.filter(isLate)
  const newest = latest.filter((record) => !isLate(record))
  const refused = rejected.filter((record) => !record.isIdentified || !isLate(record))

  const settled = await settleClaims({
    job,
    // What is overtaken changes nothing, and is listed nevertheless.
    kept: [...overtaken, ...identified],
    locked,
    prepared: newest,
    req,
    saidAt,
    source: speaker,
  })
  const left = refuseMisfits({ job, records: { prepared: settled.left, rejected: [] } })
  const misfits = [...settled.refused, ...left.rejected]
  const applied = joinApplied(
    await applyRecords({ job, locked, prepared: settled.prepared, req, saidAt, scope, waiting }),
    await applyRecords({ job, locked, prepared: left.prepared, req, saidAt, scope: null }),
  )
  await settled.save()
  overtaken.forEach(({ externalId }) => applied.outcomes.set(externalId, 'unchanged'))
  const issues = [
    ...(await explainMissing({ issues: applied.issues, job, req })),
    ...settled.issues,
    ...[...refused, ...misfits].map((one) => toQuarantined({ job, rejected: one })),
    ...(await findRemarks({ job, prepared: newest, req })),
  ]
  const hasShared = await holdCauses({
    ...common,
    willBe: issues.some(({ cause }) => cause !== undefined),
  })
  await closeIssues({
    applied,
    common: { ...common, hasShared },
    issues,
    prepared: newest,
    waiting,
  })
  await resolveIssues({ ...common, externalIds: settled.agreed, kinds: ['claim'] })
  await openIssues({ ...common, collection, connection: job.connection, issues, runId })
  if (waiting) {
    // What the project refuses is an issue by now, and would be refused at every run.
    await dropWaiting({ ...common, externalIds: toIds(refused) })
  } else {
    const externalIds = toIds([...overtaken, ...identified, ...settled.refused])
    await touchRecords({ ...common, externalIds, runId, scope })
  }
  await noteChecks({
    applied,
    isPast: waiting !== undefined,
    job,
    overtaken,
    refused: [...refused, ...misfits],
    req,
  })
  await tellChanges({ job, req })
  if (job.connection !== undefined && hasSeveralConnections(provider) && !waiting) {
    await noteSightings({
      ...common,
      connection: job.connection,
      externalIds: listed,
      runId,
      saidAt,
      scope,
    })
  }
  const resumed = newest.filter(
    ({ externalId }) => runId !== null && locked.get(externalId)?.waitingRun === String(runId),
  )
  return {
    applied,
    batch,
    latest,
    misfits,
    refused,
    resumed: resumed.length,
  }
}

/** What became of a batch, with what its scope does not list any more where that changed it. */
const joinApplied = (batch: Applied, left: Applied): Applied => ({
  conflicts: [...batch.conflicts, ...left.conflicts],
  issues: [...batch.issues, ...left.issues],
  outcomes: new Map([
    ...batch.outcomes,
    ...[...left.outcomes].filter(([, outcome]) => outcome !== 'unchanged'),
  ]),
  settled: [...batch.settled, ...left.settled],
  written: [...batch.written, ...left.written],
})

type IsOvertakenArgs = { locked: LockedRecords; record: { externalId: string }; saidAt: Date }

const isOvertaken = ({ locked, record: { externalId }, saidAt }: IsOvertakenArgs): boolean =>
  Number(locked.get(externalId)?.spokeAt ?? 0) > saidAt.getTime()

const toIds = (records: readonly { externalId: string }[]): string[] =>
  records.map(({ externalId }) => externalId)

type CloseIssuesArgs = {
  applied: Applied
  common: Omit<Parameters<typeof resolveIssues>[0], 'externalIds' | 'kinds'>
  issues: readonly SyncIssue[]
  prepared: readonly PreparedRecord[]
  waiting: undefined | WaitingWord
}

/**
 * Closes what is in order again: a conflict when both sides agree, the rest by being read. A word
 * that waited was read when it was met, and says nothing of what is listed now.
 */
const closeIssues = async ({ applied, common, issues, prepared, waiting }: CloseIssuesArgs) => {
  const stillMissing = new Set(
    issues.filter(({ kind }) => kind === 'reference').map(({ externalId }) => externalId),
  )
  const read = prepared.map(({ externalId }) => externalId)
  await resolveIssues({ ...common, externalIds: read, kinds: ['invalid', 'write'] })
  if (!waiting) {
    await resolveIssues({ ...common, externalIds: read, kinds: ['missing'] })
    const unremarked = prepared.filter(({ remark }) => remark === undefined)
    await resolveIssues({ ...common, externalIds: toIds(unremarked), kinds: ['stale'] })
  }
  await resolveIssues({
    ...common,
    externalIds: applied.written.filter((id) => !stillMissing.has(id)),
    kinds: ['reference'],
  })
  await resolveIssues({
    ...common,
    externalIds: applied.settled,
    kinds: ['conflict'],
  })
}
