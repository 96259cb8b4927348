import type { PayloadRequest } from 'payload'

import type { SyncIssue } from '../../store/issues/SyncIssue.js'
import type { LookedRecord } from '../../store/records/lookAtRecords.js'
import type { SavedRecord } from '../../store/records/saveRecords.js'
import type { WaitingRecord } from '../../store/records/waiting/findWaiting.js'
import type { WaitingWord } from '../../store/records/waiting/WaitingWord.js'
import type { KnownRecords } from '../write/resolveReference.js'
import type { Outcome } from '../write/writeRecord.js'
import type { Job } from './Job.js'
import type { PreparedRecord } from './prepareRecords.js'

import { hasSeveralConnections } from '../../../sdk/connections/hasSeveralConnections.js'
import { MovedError } from '../../../shared/errors/index.js'
import { lockDocuments } from '../../store/documents/lockDocuments.js'
import { findDeletedTargets } from '../../store/records/deleted/findDeleted.js'
import { saveRecords } from '../../store/records/saveRecords.js'
import { touchRecords } from '../../store/records/touchRecords.js'
import { saveWaiting } from '../../store/records/waiting/saveWaiting.js'
import { toTargetKey } from '../write/targets.js'
import { writeRecord } from '../write/writeRecord.js'
import { requireFew } from './commit/findWay.js'
import { writeRecords } from './commit/writeRecords.js'
import { explainDeleted } from './deleted/explainDeleted.js'
import { keepAway } from './deleted/keepAway.js'
import { findStrays } from './fields/findStrays.js'
import { findOwnDocuments } from './findOwnDocuments.js'
import { createStubs, findKnown } from './linkReferences.js'
import { findBaseReferences, requireUnremembered } from './look/findBefore.js'
import { findSame } from './look/findSame.js'
import { toFingerprint } from './toFingerprint.js'
import { toWord } from './waiting/toWord.js'

type ApplyRecordsArgs = {
  job: Job
  /** Those of the records that are remembered, kept from everybody else. */
  locked: ReadonlyMap<string, LookedRecord>
  prepared: readonly PreparedRecord[]
  req: PayloadRequest
  /** When those were said that do not say otherwise, in the database's time. */
  saidAt: Date
  /** Key of the scope that would prove their absence, or `null`. */
  scope: null | string
  /** Those of the records of which nothing is to be written. @default it is found out */
  unchanged: ReadonlySet<PreparedRecord> | undefined
  /** The word that is stored, where it is one that waited. */
  waiting?: undefined | WaitingWord
}

export type Applied = {
  /** Records in which a conflict was found. */
  conflicts: string[]
  issues: SyncIssue[]
  outcomes: Map<string, Outcome>
  /** Those of `settled` of which a conflict was open until now. */
  reconciled: string[]
  /** Records of which no conflict is open. */
  settled: string[]
  /** Records that were merged; what is not among `issues` of theirs is in order again. */
  written: string[]
}

/**
 * Stores mapped records in the transaction of `req`: creates, merges or leaves alone. What did not
 * change costs one shared statement and touches no document. Documents are read when nobody else
 * can write them any more.
 *
 * @throws MovedError when somebody else stored one of them for the first time a moment ago
 * @throws TooManyError when they would be written one by one, and take too long
 */
export const applyRecords = async ({
  job,
  locked,
  prepared,
  req,
  saidAt,
  scope,
  unchanged: given,
  waiting,
}: ApplyRecordsArgs): Promise<Applied> => {
  const { clock, collection, database, provider } = job
  const { resource, resourceName, runId } = job
  const outcomes = new Map<string, Outcome>()
  const away = waiting
    ? new Set<string>()
    : await keepAway({ job, locked, prepared, req, saidAt, scope })
  away.forEach((externalId) => outcomes.set(externalId, 'deferred'))
  const present = prepared.filter(({ externalId }) => !away.has(externalId))
  const same = given ?? (await findSame({ job, locked, prepared: present, req }))
  const changed = present
    .filter((record) => !same.has(record))
    // In one order for all: of two who create the same ones, one waits for the other.
    .sort((a, b) => (a.externalId < b.externalId ? -1 : 1))
  const isChanged = new Set(changed)
  const unchanged = present.filter((record) => !isChanged.has(record))
  unchanged.forEach(({ externalId }) => outcomes.set(externalId, 'unchanged'))
  if (waiting) {
    await touchRecords({
      database,
      externalIds: unchanged.map(({ externalId }) => externalId),
      isPast: true,
      now: clock.now(),
      provider: provider.name,
      req,
      resource: resourceName,
      runId,
      saidAt,
      scope,
    })
  }
  if (changed.length === 0) {
    return { conflicts: [], issues: [], outcomes, reconciled: [], settled: [], written: [] }
  }
  // Before stubs are made, with all that their hooks do.
  requireFew({ count: changed.length, job })
  const known = await findKnown({ job, prepared: changed, req })
  // The one that `createStubs` adds to: a record may point to itself, or to another of the batch.
  const own: OwnRecords = known.get(resourceName) ?? new Map()
  known.set(resourceName, own)
  if (changed.some(({ externalId }) => own.has(externalId) && !locked.has(externalId))) {
    throw new MovedError()
  }

  const references = changed.flatMap((record) => record.references)
  const deleted =
    job.rules.onLocalDelete === 'keepAway'
      ? await findDeletedTargets({
          database,
          provider: provider.name,
          references: references.filter((one) => !known.get(one.resource)?.has(one.externalId)),
          req,
        })
      : []
  const deletedKeys = new Set(deleted.map(toTargetKey))
  await explainDeleted({ deleted, job, req })
  const made = await createStubs({
    deleted: deletedKeys,
    job,
    known,
    references,
    req,
  })
  await findBaseReferences({ changed, job, known, req })
  const externalIds = changed.map(({ externalId }) => externalId)
  const wanted = { collection, req }
  const there = await lockDocuments({ ...wanted, database, externalIds, provider: provider.name })
  const documents = await findOwnDocuments({
    ...wanted,
    externalIds: there ?? externalIds,
    job,
    resource: resourceName,
  })
  await requireUnremembered({
    externalIds: externalIds.filter((id) => documents.has(id) && !own.has(id)),
    job,
    req,
  })

  const conflicts: string[] = []
  const reconciled: string[] = []
  const settled: string[] = []
  const issues: SyncIssue[] = []
  const deferred: WaitingRecord[] = []
  const records: SavedRecord[] = []
  const begun = performance.now()
  const all = await writeRecords({
    documents,
    job,
    records: changed,
    req,
    write: async ({ isOpen, job: ofBatch, record, writer }) => {
      const { externalId } = record
      const before = own.get(externalId)
      const { base = {}, locks = {}, replaced = {}, stored = {}, targets = {} } = before ?? {}
      return await writeRecord({
        base,
        conflicts: before ? before.conflicts : {},
        deleted: deletedKeys,
        document: documents.get(externalId),
        isOpen,
        job: ofBatch,
        known,
        locks,
        missingAction: locked.get(externalId)?.missingAction ?? null,
        record,
        replaced,
        req,
        stored,
        targets,
        writer,
      })
    },
  })
  job.profile?.add('write', performance.now() - begun)
  for (const [index, record] of changed.entries()) {
    const { externalId } = record
    const newestAt = locked.get(externalId)?.newestAt
    // What an older claim changes is known as late as the newest word of another scope.
    const said = record.saidAt ?? saidAt
    const knownAt = newestAt && newestAt > said ? newestAt : said
    const { locks = {} } = own.get(externalId) ?? {}
    const written = all[index]!
    outcomes.set(externalId, made.has(externalId) ? 'created' : written.outcome)
    if (written.outcome === 'deferred') {
      deferred.push({
        documentId: String(written.documentId),
        externalId,
        word: toWord({ record, runId, saidAt: knownAt, scope }),
      })
      continue
    }
    issues.push(...written.issues)
    if (written.isSettled) {
      settled.push(externalId)
    }
    if (written.isSettled && Object.keys(own.get(externalId)?.conflicts ?? {}).length > 0) {
      reconciled.push(externalId)
    }
    if (written.hasNewConflict) {
      conflicts.push(externalId)
    }
    records.push({
      base: written.base,
      conflicts: written.conflicts,
      documentId: String(written.documentId),
      externalId,
      hasChanged: written.outcome !== 'unchanged',
      // A record that still points to nothing is looked at again at every run, and so is one that
      // differs: its document may come to agree past Payload.
      hash: written.isWhole && !written.isAwaited ? toFingerprint({ job, known, record }) : null,
      locks,
      mappingVersion: resource.version,
      replaced: written.replaced,
      resource: resourceName,
      saidAt: knownAt,
      stored: written.stored,
      targets: written.targets,
      unknownFields: findStrays({ document: record.document, job }),
    })
  }
  await saveRecords({
    collection,
    database,
    isPast: waiting !== undefined,
    keepsRun: hasSeveralConnections(provider),
    now: clock.now(),
    provider: provider.name,
    records,
    req,
    runId,
    scope,
  })
  if (!waiting) {
    await saveWaiting({
      collection,
      database,
      now: clock.now(),
      provider: provider.name,
      req,
      resource: resourceName,
      words: deferred,
    })
  }
  return {
    conflicts,
    issues,
    outcomes,
    reconciled,
    settled,
    written: records.map(({ externalId }) => externalId),
  }
}

type OwnRecords = NonNullable<ReturnType<KnownRecords['get']>>
