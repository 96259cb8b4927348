import type { PayloadRequest } from 'payload'

import type { WaitingWord } from '../../store/records/waiting/WaitingWord.js'
import type { Applied } from './applyRecords.js'
import type { ClaimSource } from './claims/settleClaims.js'
import type { Job } from './Job.js'
import type { PreparedRecord, RejectedRecord } from './prepareRecords.js'

import { timePhase } from '../../run/profile/RunProfile.js'
import { findUnlisted } from '../../store/claims/findClaims.js'
import { dropWaiting } from '../../store/records/waiting/dropWaiting.js'
import { tellChanges } from '../events/changes.js'
import { applyRecords } from './applyRecords.js'
import { noteChecks } from './checks/noteChecks.js'
import { settleClaims } from './claims/settleClaims.js'
import { refuseMisfits } from './fields/refuseMisfits.js'
import { warnOfTwins } from './fields/warnOfTwins.js'
import { warnOfUnknownFields } from './fields/warnOfUnknownFields.js'
import { findRemarks } from './findRemarks.js'
import { settleIssues } from './issues/settleIssues.js'
import { lookAtBatch } from './look/lookAtBatch.js'
import { noteBatch } from './look/noteBatch.js'
import { saidOf } from './look/saidOf.js'
import { toQuarantined } from './quarantine/toQuarantined.js'
import { explainMissing } from './waiting/explainMissing.js'

export type Batch = {
  prepared: readonly PreparedRecord[]
  rejected: readonly RejectedRecord[]
  /** When it was said, in the database's time: all of it whose records do not say otherwise. */
  saidAt: Date
  /** The word that this batch consists of, where it is one that waited. */
  waiting?: WaitingWord
}

type StoreBatchArgs = {
  batch: Batch
  job: Job
  /** Places of the scopes in the plan of the run, by key. @default nothing is known of others */
  order?: ReadonlyMap<string, number> | undefined
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
  order,
  req,
  scope,
  source,
}: StoreBatchArgs): Promise<Stored> => {
  const { saidAt, waiting } = given
  const { clock, database, provider, resourceName: resource, runId } = job
  const speaker = job.resource.claim && runId !== null ? source : undefined
  const common = { database, now: clock.now(), provider: provider.name, req, resource }
  const lastForms = takeLast(given.prepared)
  const listed = toIds([...lastForms, ...given.rejected.filter(({ isIdentified }) => isIdentified)])
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
  const looked = await timePhase({
    phase: 'compare',
    profile: job.profile,
    work: () =>
      lookAtBatch({
        batch: given,
        claimant: speaker?.key,
        job,
        latest: lastForms,
        listed: [...listed, ...toIds(unlisted)],
        req,
      }),
  })
  const { records: locked, unchanged } = looked
  // What is as it was stored fits its fields, and has been told of.
  const batch = refuseMisfits({ fitting: unchanged, job, records: given })
  const { prepared, rejected } = batch
  const latest = takeLast(prepared)
  const identified = rejected.filter(({ isIdentified }) => isIdentified)
  warnOfUnknownFields({ job, prepared: latest.filter((record) => !unchanged?.has(record)) })
  if (latest.length < prepared.length) {
    warnOfTwins({ job, prepared })
  }
  const isLate = (record: { externalId: string; saidAt?: Date }): boolean =>
    Number(locked.get(record.externalId)?.spokeAt ?? 0) > saidOf(record, batch).getTime()
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
  const applying = { job, locked, req, saidAt }
  const applied = joinApplied(
    await applyRecords({ ...applying, prepared: settled.prepared, scope, unchanged, waiting }),
    await applyRecords({ ...applying, prepared: left.prepared, scope: null, unchanged: undefined }),
  )
  await settled.save()
  overtaken.forEach(({ externalId }) => applied.outcomes.set(externalId, 'unchanged'))
  const issues = [
    ...(await explainMissing({ issues: applied.issues, job, req })),
    ...settled.issues,
    ...[...refused, ...misfits].map((one) => toQuarantined({ job, rejected: one })),
    ...(await findRemarks({ job, prepared: newest, req })),
  ]
  await settleIssues({
    agreed: settled.agreed,
    applied,
    issues,
    isWaiting: waiting !== undefined,
    job,
    listed,
    prepared: newest,
    req,
  })
  if (waiting) {
    // What the project refuses is an issue by now, and would be refused at every run.
    await dropWaiting({ ...common, externalIds: toIds(refused) })
  } else {
    const isRefused = new Set(toIds(settled.refused))
    const isWritten = new Set([...applied.written, ...toIds(overtaken)])
    const isSame = ({ externalId }: PreparedRecord): boolean =>
      applied.outcomes.get(externalId) === 'unchanged' && !isWritten.has(externalId)
    await noteBatch({
      batch,
      job,
      order,
      overtaken,
      records: locked,
      refused: [...identified, ...settled.refused],
      req,
      scope,
      spoken: latest.filter(({ externalId }) => !isRefused.has(externalId)),
      unchanged: latest.filter(isSame),
    })
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
  reconciled: [...batch.reconciled, ...left.reconciled],
  settled: [...batch.settled, ...left.settled],
  written: [...batch.written, ...left.written],
})

/** Records without repeats: of one that came twice the last form. */
const takeLast = (records: readonly PreparedRecord[]): PreparedRecord[] => [
  ...new Map(records.map((record) => [record.externalId, record])).values(),
]

const toIds = (records: readonly { externalId: string }[]): string[] =>
  records.map(({ externalId }) => externalId)
