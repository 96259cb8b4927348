import type { PayloadRequest } from 'payload'

import type { LookedRecord, Targets } from '../../../store/records/lookAtRecords.js'
import type { Job } from '../Job.js'
import type { PreparedRecord } from '../prepareRecords.js'
import type { Batch } from '../storeBatch.js'

import { lookAtRecords } from '../../../store/records/lookAtRecords.js'
import { findNewerWords } from '../../../store/sightings/findSeen.js'
import { findUnchanged } from './findUnchanged.js'
import { saidOf } from './saidOf.js'

type LookAtBatchArgs = {
  batch: Batch
  /** Key of the scope whose own word counts, where several speak of the same records. */
  claimant: string | undefined
  job: Job
  latest: readonly PreparedRecord[]
  /** ExternalIds of all that may be written. */
  listed: readonly string[]
  req: PayloadRequest
}

export type Looked = {
  records: ReadonlyMap<string, LookedRecord>
  targets: Targets
  /** Of which nothing is to be written; nobody knows yet where several scopes speak of them. */
  unchanged: ReadonlySet<PreparedRecord> | undefined
}

/** Locks what a batch may write, and finds out what of it is news. One statement where nothing is. */
export const lookAtBatch = async ({
  batch,
  claimant,
  job,
  latest,
  listed,
  req,
}: LookAtBatchArgs): Promise<Looked> => {
  const { collections, connection, database, provider, resourceName: resource } = job
  const about = { database, provider: provider.name, req, resource }
  const { records, targets } = await lookAtRecords({
    ...about,
    claimant,
    collections,
    connection,
    externalIds: listed,
    // What several scopes say together is not known yet.
    references: claimant === undefined ? toReferences(latest) : undefined,
  })
  const unchanged =
    claimant === undefined
      ? await findUnchanged({ job, prepared: latest, records, req, targets })
      : undefined
  if (!batch.waiting) {
    await hearNewer({ batch, job, latest, records, req, unchanged })
  }
  return { records, targets, unchanged }
}

/** ExternalIds of all that records point to, by resource. */
export const toReferences = (
  records: readonly Pick<PreparedRecord, 'references'>[],
): ReadonlyMap<string, ReadonlySet<string>> => {
  const ids = new Map<string, Set<string>>()
  for (const { references } of records) {
    for (const { externalId, resource } of references) {
      const ofResource = ids.get(resource)
      if (ofResource) {
        ofResource.add(externalId)
      } else {
        ids.set(resource, new Set([externalId]))
      }
    }
  }
  return ids
}

type HearNewerArgs = {
  records: Map<string, LookedRecord>
} & Omit<LookAtBatchArgs, 'claimant' | 'listed'> &
  Pick<Looked, 'unchanged'>

/**
 * Notes the newest moment at which a record was said to be as it is stored, which is written nowhere
 * in the record itself. Only what may be news has to be told from it.
 */
const hearNewer = async ({
  batch,
  job: { database, provider, resourceName: resource },
  latest,
  records,
  req,
  unchanged,
}: HearNewerArgs): Promise<void> => {
  const news = [
    ...latest.filter((record) => !unchanged?.has(record)),
    ...batch.rejected.filter(({ isIdentified }) => isIdentified),
  ].filter(({ externalId }) => records.has(externalId))
  const earliest = Math.min(...news.map((record) => saidOf(record, batch).getTime()))
  const newer = await findNewerWords({
    after: new Date(Number.isFinite(earliest) ? earliest : 0),
    database,
    externalIds: news.map(({ externalId }) => externalId),
    provider: provider.name,
    req,
    resource,
  })
  for (const [externalId, at] of newer) {
    const record = records.get(externalId)!
    records.set(externalId, {
      ...record,
      newestAt: laterOf(record.newestAt, at),
      // Of what several scopes say each keeps its own moment.
      spokeAt: unchanged ? laterOf(record.spokeAt, at) : record.spokeAt,
    })
  }
}

const laterOf = (one: Date | null, other: Date): Date => (one && one > other ? one : other)
