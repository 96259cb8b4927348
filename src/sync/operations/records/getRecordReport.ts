import type { Payload } from 'payload'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { EditedField } from '../../engine/batch/findEdited.js'
import type { Job } from '../../engine/batch/Job.js'
import type { FieldLock, OpenConflict } from '../../store/records/conflicts/OpenConflict.js'
import type { SyncRecord } from '../../store/records/SyncRecord.js'
import type { WaitingUpdate } from './findWaitingUpdate.js'

import { listReadyConnections } from '../../../sdk/connections/listReadyConnections.js'
import { limitProviders } from '../../../sdk/connections/Sight.js'
import { isReference } from '../../../sdk/index.js'
import { findEdited } from '../../engine/batch/findEdited.js'
import { toJob } from '../../engine/batch/toJob.js'
import { flatten } from '../../engine/merge/flatten.js'
import { findUnit } from '../../engine/rules/ResourceRules.js'
import { loadSync } from '../../engine/Sync.js'
import { inTransaction } from '../../store/inTransaction.js'
import { findRecords } from '../../store/records/findRecords.js'
import { isRecordInSight } from '../../store/records/sightings/recordsInSight.js'
import { OF_IDENTITY } from './edit/lockFields.js'
import { findWaitingUpdate } from './findWaitingUpdate.js'

export type GetRecordReportArgs = {
  externalId: string
  payload: Payload
  provider: string
  resource: string
  /** Of a record that no other connection sees, nothing is told. @default 'all' */
  sight?: Sight
}

export type RecordConflict = { field: string } & OpenConflict

export type LockedField = {
  at: string
  by: FieldLock['by']
  field: string
  /** What the provider says of it; a reference as its externalId. */
  said: unknown
}

/** A field that the provider speaks of. */
export type SyncedField = {
  field: string
  /** What it last said; a reference as its externalId. */
  said: unknown
  /** Paths of the fields that are one with it, itself among them. */
  together: readonly string[]
}

export type RecordReport = {
  /** Whether the provider can be asked for this one record. */
  canRefresh: boolean
  /** Fields in which the document and the provider differ until somebody decides. */
  conflicts: RecordConflict[]
  /** Fields that hold an editor's value. */
  edited: EditedField[]
  /** Fields that no sync writes. */
  locks: LockedField[]
  providerLabel: string
  /** Fields that the provider speaks of. */
  synced: SyncedField[]
  /** What waits for the document to be closed; `null` when nothing does. */
  waiting: null | WaitingUpdate
}

/** What a person wants to know of one record. Nothing of one that is not configured any more. */
export const getRecordReport = async ({
  externalId,
  payload,
  provider: providerName,
  resource: resourceName,
  sight = 'all',
}: GetRecordReportArgs): Promise<RecordReport> => {
  const sync = await loadSync({ payload })
  const { database } = sync
  const provider = limitProviders({ providers: sync.providers, sight }).get(providerName)
  const resource = provider?.resources.get(resourceName)
  const isSeen =
    sight === 'all' ||
    (await isRecordInSight({
      database,
      externalId,
      provider: providerName,
      resource: resourceName,
      sight,
    }))
  if (!provider || !resource || !isSeen) {
    return {
      canRefresh: false,
      conflicts: [],
      edited: [],
      locks: [],
      providerLabel: providerName,
      synced: [],
      waiting: null,
    }
  }
  const job = toJob({ provider, resourceName, runId: null, sync })
  const { edited, record } = await inTransaction({
    database,
    work: async (req) => {
      const ids = new Map([[resourceName, new Set([externalId])]])
      const { collections } = job
      const found = await findRecords({
        collections,
        database,
        ids,
        provider: providerName,
        req,
      })
      const record = found.get(resourceName)?.get(externalId)
      return { edited: record ? await findEdited({ job, record, req }) : [], record }
    },
  })
  return {
    canRefresh: resource.fetchOne !== undefined && listReadyConnections(provider).length > 0,
    conflicts: Object.entries(record?.conflicts ?? {}).map(([field, conflict]) => ({
      ...conflict,
      field,
    })),
    edited,
    locks: record ? listLocks({ job, record }) : [],
    providerLabel: provider.label,
    synced: record ? listSynced({ job, record }) : [],
    waiting: record ? await findWaitingUpdate({ job, record }) : null,
  }
}

type ListSyncedArgs = { job: Job; record: SyncRecord }

const listSynced = ({ job: { rules, shape }, record: { base } }: ListSyncedArgs): SyncedField[] =>
  [...flatten({ document: base, shape })]
    .filter(([field]) => !OF_IDENTITY.has(field))
    .map(([field, said]) => ({
      field,
      said: isReference(said) ? said.externalId : said,
      together: findUnit(rules, field).filter((path) => shape.has(path)),
    }))

type ListLocksArgs = { job: Job; record: SyncRecord }

const listLocks = ({ job: { shape }, record: { base, locks } }: ListLocksArgs): LockedField[] => {
  const said = flatten({ document: base, shape })
  return Object.entries(locks).map(([field, { at, by }]) => {
    const value = said.get(field) ?? null
    return { at, by, field, said: isReference(value) ? value.externalId : value }
  })
}
