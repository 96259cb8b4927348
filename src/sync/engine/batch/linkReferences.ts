import type { PayloadRequest } from 'payload'

import type { Reference } from '../../../sdk/index.js'
import type { SyncRecord } from '../../store/records/SyncRecord.js'
import type { KnownRecords } from '../write/resolveReference.js'
import type { Job } from './Job.js'
import type { PreparedRecord } from './prepareRecords.js'

import { hasSeveralConnections } from '../../../sdk/connections/hasSeveralConnections.js'
import { MovedError } from '../../../shared/errors/index.js'
import { linkChecks } from '../../store/checks/linkChecks.js'
import { addPendingChecks } from '../../store/checks/saveChecks.js'
import { findRecords } from '../../store/records/findRecords.js'
import { saveRecords } from '../../store/records/saveRecords.js'
import { noteSightings } from '../../store/records/sightings/noteSightings.js'
import { createStub } from '../write/createStub.js'
import { toTargetKey } from '../write/targets.js'
import { findOwnDocuments } from './findOwnDocuments.js'

type FindKnownArgs = { job: Job; prepared: readonly PreparedRecord[]; req: PayloadRequest }

/** What is known of a batch's records and of everything they point to. One query. */
export const findKnown = async ({ job, prepared, req }: FindKnownArgs): Promise<KnownRecords> => {
  const ids = new Map([[job.resourceName, new Set(prepared.map(({ externalId }) => externalId))]])
  for (const { externalId, resource } of prepared.flatMap(({ references }) => references)) {
    ids.set(resource, (ids.get(resource) ?? new Set()).add(externalId))
  }
  const { collections, database, provider } = job
  return await findRecords({ collections, database, ids, provider: provider.name, req })
}

type CreateStubsArgs = {
  /** What is not created because a person has deleted it here, as `toTargetKey` names it. */
  deleted: ReadonlySet<string>
  known: KnownRecords
  references: readonly Reference[]
} & Omit<FindKnownArgs, 'prepared'>

/**
 * Creates what a batch points to and nobody ever listed, from the little the reference says, and
 * adds it to `known`. The record itself fills the rest in when it is synced. Returns the
 * externalIds of those documents it created that are of the resource itself.
 *
 * @throws MovedError when somebody else stored one of them, or took its document over, a moment ago
 */
export const createStubs = async ({
  deleted,
  job,
  known,
  references,
  req,
}: CreateStubsArgs): Promise<ReadonlySet<string>> => {
  const missing = new Map<string, Map<string, Reference>>()
  for (const reference of references) {
    const { externalId, resource } = reference
    const isKept = known.get(resource)?.has(externalId) || deleted.has(toTargetKey(reference))
    if (reference.stub && !isKept) {
      const ofResource = missing.get(resource) ?? new Map<string, Reference>()
      missing.set(resource, ofResource.set(externalId, reference))
    }
  }
  const { database, provider, runId } = job
  const made = new Set<string>()
  // In dependency order, and in the order of their ids: of two who create the same ones, one waits
  // for the other.
  for (const [resource, collection] of job.collections) {
    const stubs = [...(missing.get(resource) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1))
    if (stubs.length === 0) {
      continue
    }
    const existing = await findOwnDocuments({
      collection,
      externalIds: stubs.map(([externalId]) => externalId),
      job,
      req,
      resource,
    })
    const records: SyncRecord[] = []
    for (const [externalId, { stub = {} }] of stubs) {
      const document =
        existing.get(externalId) ??
        (await createStub({ collection, externalId, job, req, resource, stub }))
      if (resource === job.resourceName && !existing.has(externalId)) {
        made.add(externalId)
      }
      records.push({
        base: existing.has(externalId) ? {} : stub,
        conflicts: {},
        documentId: String(document.id),
        externalId,
        hash: null,
        locks: {},
        mappingVersion: 0,
        replaced: {},
        resource,
        stored: {},
        targets: {},
      })
    }
    const saved = await saveRecords({
      collection,
      database,
      // Somebody else may have stored the record itself since it was looked for.
      isOnlyNew: true,
      keepsRun: hasSeveralConnections(provider),
      now: job.clock.now(),
      provider: provider.name,
      records: records.map((record) => ({ ...record, hasChanged: true, saidAt: null })),
      req,
      runId,
      scope: null,
    })
    const externalIds = records.map(({ externalId }) => externalId)
    if (provider.resources.get(resource)?.keepsChecks) {
      const common = { database, externalIds, provider: provider.name, req, resource }
      await addPendingChecks(common)
      await linkChecks({ ...common, collection })
    }
    if (job.connection !== undefined && hasSeveralConnections(provider)) {
      await noteSightings({
        connection: job.connection,
        database,
        externalIds,
        provider: provider.name,
        req,
        resource,
        runId,
        saidAt: null,
        scope: null,
      })
    }
    // What is remembered of it is what the batch's own record would be compared with.
    if (resource === job.resourceName && saved.size < records.length) {
      throw new MovedError()
    }
    const ofResource = known.get(resource) ?? new Map<string, SyncRecord>()
    for (const record of records) {
      ofResource.set(record.externalId, record)
    }
    known.set(resource, ofResource)
  }
  return made
}
