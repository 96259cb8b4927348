import type { PayloadRequest } from 'payload'

import type { SyncIssue } from '../../store/issues/SyncIssue.js'
import type { LockedRecords } from '../../store/records/lockRecords.js'
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
import { findRecords } from '../../store/records/findRecords.js'
import { saveRecords } from '../../store/records/saveRecords.js'
import { touchRecords } from '../../store/records/touchRecords.js'
import { saveWaiting } from '../../store/records/waiting/saveWaiting.js'
import { hasOtherWord } from '../merge/hasOtherWord.js'
import { findReferences } from '../write/findReferences.js'
import { toTargetKey } from '../write/targets.js'
import { writeRecord } from '../write/writeRecord.js'
import { writeRecords } from './commit/writeRecords.js'
import { explainDeleted } from './deleted/explainDeleted.js'
import { keepAway } from './deleted/keepAway.js'
import { findStrays } from './fields/findStrays.js'
import { findOwnDocuments } from './findOwnDocuments.js'
import { createStubs, findKnown } from './linkReferences.js'
import { isCovered, toFingerprint } from './toFingerprint.js'
import { toWord } from './waiting/toWord.js'

type ApplyRecordsArgs = {
  job: Job
  /** Those of the records that are remembered, kept from everybody else. */
  locked: LockedRecords
  prepared: readonly PreparedRecord[]
  req: PayloadRequest
  /** When they were said, in the database's time. */
  saidAt: Date
  /** Key of the scope that would prove their absence, or `null`. */
  scope: null | string
  /** The word that is stored, where it is one that waited. */
  waiting?: undefined | WaitingWord
}

export type Applied = {
  /** Records in which a conflict was found. */
  conflicts: string[]
  issues: SyncIssue[]
  outcomes: Map<string, Outcome>
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
 */
export const applyRecords = async ({
  job,
  locked,
  prepared,
  req,
  saidAt,
  scope,
  waiting,
}: ApplyRecordsArgs): Promise<Applied> => {
  const { clock, collection, database, provider } = job
  const { resource, resourceName, runId, shape } = job
  const known = await findKnown({ job, prepared, req })
  const outcomes = new Map<string, Outcome>()
  // The one that `createStubs` adds to: a record may point to itself, or to another of the batch.
  const own: OwnRecords = known.get(resourceName) ?? new Map()
  known.set(resourceName, own)
  if (prepared.some(({ externalId }) => own.has(externalId) && !locked.has(externalId))) {
    throw new MovedError()
  }
  const away = waiting
    ? new Set<string>()
    : await keepAway({ job, locked, prepared, req, saidAt, scope })
  away.forEach((externalId) => outcomes.set(externalId, 'deferred'))
  const present = prepared.filter(({ externalId }) => !away.has(externalId))
  const isUnchanged = (record: PreparedRecord): boolean => {
    const before = own.get(record.externalId)
    return (
      before !== undefined &&
      !locked.get(record.externalId)?.missingAction &&
      isCovered({ base: before.base, document: record.document, shape }) &&
      !hasOtherWord({ base: before.base, document: record.document, resource, shape }) &&
      before.hash === toFingerprint({ job, known, record })
    )
  }

  const changed = present
    .filter((record) => !isUnchanged(record))
    // In one order for all: of two who create the same ones, one waits for the other.
    .sort((a, b) => (a.externalId < b.externalId ? -1 : 1))
  const isChanged = new Set(changed)
  const unchanged = present.filter((record) => !isChanged.has(record))
  unchanged.forEach(({ externalId }) => outcomes.set(externalId, 'unchanged'))
  await touchRecords({
    database,
    externalIds: unchanged.map(({ externalId }) => externalId),
    isPast: waiting !== undefined,
    now: clock.now(),
    provider: provider.name,
    req,
    resource: resourceName,
    runId,
    saidAt,
    scope,
  })
  if (changed.length === 0) {
    return { conflicts: [], issues: [], outcomes, settled: [], written: [] }
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
  const wanted = { collection, externalIds: changed.map(({ externalId }) => externalId), req }
  await lockDocuments({ ...wanted, database, provider: provider.name })
  const documents = await findOwnDocuments({ ...wanted, job, resource: resourceName })
  await requireUnremembered({
    externalIds: wanted.externalIds.filter((id) => documents.has(id) && !own.has(id)),
    job,
    req,
  })

  const conflicts: string[] = []
  const settled: string[] = []
  const issues: SyncIssue[] = []
  const deferred: WaitingRecord[] = []
  const records: SavedRecord[] = []
  const all = await writeRecords({
    documents,
    job,
    records: changed,
    req,
    write: async ({ record, ...args }) => {
      const { externalId } = record
      const before = own.get(externalId)
      const { base = {}, locks = {}, replaced = {}, stored = {}, targets = {} } = before ?? {}
      return await writeRecord({
        ...args,
        base,
        conflicts: before ? before.conflicts : {},
        deleted: deletedKeys,
        document: documents.get(externalId),
        known,
        locks,
        missingAction: locked.get(externalId)?.missingAction ?? null,
        record,
        replaced,
        req,
        stored,
        targets,
      })
    },
  })
  for (const [index, record] of changed.entries()) {
    const { externalId } = record
    const newestAt = locked.get(externalId)?.newestAt
    // What an older claim changes is known as late as the newest word of another scope.
    const knownAt = newestAt && newestAt > saidAt ? newestAt : saidAt
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
    settled,
    written: records.map(({ externalId }) => externalId),
  }
}

type OwnRecords = NonNullable<ReturnType<KnownRecords['get']>>

type RequireUnrememberedArgs = { externalIds: readonly string[]; job: Job; req: PayloadRequest }

/** A document without a sync record is taken over, unless it was created since we looked. */
const requireUnremembered = async ({
  externalIds,
  job: { collections, database, provider, resourceName: resource },
  req,
}: RequireUnrememberedArgs): Promise<void> => {
  const ids = new Map([[resource, new Set(externalIds)]])
  const found = await findRecords({ collections, database, ids, provider: provider.name, req })
  if (found.size > 0) {
    throw new MovedError()
  }
}

type FindBaseReferencesArgs = {
  changed: readonly PreparedRecord[]
  job: Job
  known: KnownRecords
  req: PayloadRequest
}

/** Adds to `known` what the records pointed to before, which the merge compares with. */
const findBaseReferences = async ({
  changed,
  job,
  known,
  req,
}: FindBaseReferencesArgs): Promise<void> => {
  const own = known.get(job.resourceName)
  const before = changed.flatMap(({ externalId }) =>
    findReferences(own?.get(externalId)?.base ?? {}),
  )
  const unknown = before.filter(({ externalId, resource }) => !known.get(resource)?.has(externalId))
  if (unknown.length === 0) {
    return
  }
  const more = await findKnown({
    job,
    prepared: [{ document: {}, externalId: '', hash: '', references: unknown }],
    req,
  })
  for (const [resource, records] of more) {
    known.set(resource, new Map([...(known.get(resource) ?? []), ...records]))
  }
}
