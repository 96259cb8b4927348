import type { Payload } from 'payload'

import type { EditedField } from '../../engine/batch/findEdited.js'

import { listReadyConnections } from '../../../sdk/connections/listReadyConnections.js'
import { findEdited } from '../../engine/batch/findEdited.js'
import { toJob } from '../../engine/batch/toJob.js'
import { getSync } from '../../engine/Sync.js'
import { inTransaction } from '../../store/inTransaction.js'
import { findRecords } from '../../store/records/findRecords.js'

export type GetRecordReportArgs = {
  externalId: string
  payload: Payload
  provider: string
  resource: string
}

export type RecordReport = {
  /** Whether the provider can be asked for this one record. */
  canRefresh: boolean
  /** Fields that hold an editor's value. */
  edited: EditedField[]
  providerLabel: string
}

/** What a person wants to know of one record. Nothing of one that is not configured any more. */
export const getRecordReport = async ({
  externalId,
  payload,
  provider: providerName,
  resource: resourceName,
}: GetRecordReportArgs): Promise<RecordReport> => {
  const sync = getSync(payload)
  const { database } = sync
  const provider = sync.providers.get(providerName)
  const resource = provider?.resources.get(resourceName)
  if (!provider || !resource) {
    return { canRefresh: false, edited: [], providerLabel: providerName }
  }
  const job = toJob({ provider, resourceName, runId: null, sync })
  const edited = await inTransaction({
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
      return record ? await findEdited({ job, record, req }) : []
    },
  })
  return {
    canRefresh: resource.fetchOne !== undefined && listReadyConnections(provider).length > 0,
    edited,
    providerLabel: provider.label,
  }
}
