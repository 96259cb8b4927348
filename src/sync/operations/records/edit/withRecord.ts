import type { Payload, PayloadRequest } from 'payload'

import type { Sight } from '../../../../sdk/connections/Sight.js'
import type { Job } from '../../../engine/batch/Job.js'
import type { SyncRecord } from '../../../store/records/SyncRecord.js'

import { limitProviders } from '../../../../sdk/connections/Sight.js'
import { RefusedError } from '../../../../shared/errors/index.js'
import { toJob } from '../../../engine/batch/toJob.js'
import { loadSync } from '../../../engine/Sync.js'
import { getProvider } from '../../../engine/work/getProvider.js'
import { getResource } from '../../../engine/work/getResource.js'
import { toDocumentId } from '../../../engine/write/resolveReference.js'
import { toHookContext } from '../../../engine/write/toHookContext.js'
import { inTransaction } from '../../../store/inTransaction.js'
import { findRecords } from '../../../store/records/findRecords.js'
import { lockRecords } from '../../../store/records/lockRecords.js'
import { isRecordInSight } from '../../../store/records/sightings/recordsInSight.js'
import { holdDocument, untilFree } from './holdDocument.js'

/** Which record somebody wants to do something with, and who. */
export type RecordArgs = {
  externalId: string
  payload: Payload
  provider: string
  /** Of the person who asks, whose access to the document counts. @default nobody's, all is allowed */
  req?: PayloadRequest | undefined
  resource: string
  /** A record that no other connection sees is not there. @default 'all' */
  sight?: Sight
}

/** A record whose sync record is kept from everybody else. */
export type HeldRecord = {
  documentId: number | string
  externalId: string
  job: Job
  newestAt: Date | null
  record: SyncRecord
  /** Whose transaction it is. */
  req: PayloadRequest
}

type WithRecordArgs<TResult> = {
  /** Whether nobody else can save its document meanwhile. @default false */
  holdsDocument?: boolean
  work: (held: HeldRecord) => Promise<TResult>
} & RecordArgs

/**
 * Does something with a record in one transaction, for a person who may change its document.
 *
 * @throws RefusedError `UNKNOWN_PROVIDER`, `UNKNOWN_RESOURCE`, `UNKNOWN_RECORD`, `NOT_ALLOWED`
 * @throws Locked when the document is to be held, and somebody else writes it for too long
 */
export const withRecord = async <TResult>({
  externalId,
  holdsDocument = false,
  payload,
  provider: providerName,
  req: asker,
  resource: resourceName,
  sight = 'all',
  work,
}: WithRecordArgs<TResult>): Promise<TResult> => {
  const sync = await loadSync({ payload })
  const { database, providers } = sync
  const provider = getProvider({
    provider: providerName,
    providers: limitProviders({ providers, sight }),
  })
  getResource({ name: resourceName, provider })
  const about = { database, externalId, provider: providerName, resource: resourceName }
  const isSeen = sight === 'all' || (await isRecordInSight({ ...about, sight }))
  const person = asker?.user ? { id: asker.user.id, collection: asker.user.collection } : null
  const job = { ...toJob({ provider, resourceName, runId: null, sync }), person }
  const inOne = () =>
    inTransaction({
      context: toHookContext(job),
      database,
      work: async (req) => {
        const locked = isSeen
          ? await lockRecords({ ...about, externalIds: [externalId], req })
          : new Map<string, never>()
        const { collection } = job
        const record = locked.has(externalId)
          ? await findRecord({ externalId, job, req })
          : undefined
        if (!record) {
          throw new RefusedError({
            code: 'UNKNOWN_RECORD',
            message: `${provider.label} ${resourceName} ${externalId} is not stored here.`,
          })
        }
        const documentId = toDocumentId({ id: record.documentId, collection, payload })
        if (asker && !(await mayChange({ id: documentId, asker, collection, req }))) {
          throw new RefusedError({
            code: 'NOT_ALLOWED',
            message: 'You are not allowed to change this document.',
          })
        }
        if (holdsDocument) {
          await holdDocument({ documentId, job, req })
        }
        const newestAt = locked.get(externalId)?.newestAt ?? null
        return await work({ documentId, externalId, job, newestAt, record, req })
      },
    })
  return await (holdsDocument ? untilFree(inOne) : inOne())
}

/** A held record as it is now, where hooks may have changed it since it was read. */
export const readAgain = async (held: HeldRecord): Promise<HeldRecord> => ({
  ...held,
  record: (await findRecord(held)) ?? held.record,
})

const findRecord = async ({
  externalId,
  job: { collections, database, provider, resourceName },
  req,
}: Pick<HeldRecord, 'externalId' | 'job' | 'req'>): Promise<SyncRecord | undefined> => {
  const ids = new Map([[resourceName, new Set([externalId])]])
  const found = await findRecords({ collections, database, ids, provider: provider.name, req })
  return found.get(resourceName)?.get(externalId)
}

type MayChangeArgs = {
  asker: PayloadRequest
  collection: string
  id: number | string
  req: PayloadRequest
}

/** Whether a person may change a document. */
export const mayChange = async ({
  id,
  asker,
  collection,
  req,
}: MayChangeArgs): Promise<boolean> => {
  const { config } = req.payload.collections[collection]!
  const access = await config.access.update({ id, req: asker })
  if (typeof access === 'boolean') {
    return access
  }
  const { totalDocs } = await req.payload.count({
    collection,
    req,
    trash: true,
    where: { and: [{ id: { equals: id } }, access] },
  })
  return totalDocs > 0
}
