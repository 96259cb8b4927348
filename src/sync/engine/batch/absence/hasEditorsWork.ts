import type { PayloadRequest } from 'payload'

import type { SyncRecord } from '../../../store/records/SyncRecord.js'
import type { Job } from '../Job.js'

import { flatten } from '../../merge/flatten.js'
import { isSameValue } from '../../merge/isSameValue.js'
import { findDocuments } from '../../write/findDocuments.js'
import { findEdited } from '../findEdited.js'

type HasEditorsWorkArgs = { job: Job; record: SyncRecord; req: PayloadRequest }

/** What no editor writes. */
const OF_PAYLOAD = new Set([
  '_status',
  'createdAt',
  'deletedAt',
  'externalId',
  'id',
  'provider',
  'updatedAt',
])

/**
 * Whether a person may have worked on a document: a field holds something else than the provider
 * said, one is locked, or one that no provider speaks of holds anything but its default.
 */
export const hasEditorsWork = async ({
  job,
  record,
  req,
}: HasEditorsWorkArgs): Promise<boolean> => {
  const { base, externalId, locks, stored } = record
  if (Object.keys(locks).length > 0 || (await findEdited({ job, record, req })).length > 0) {
    return true
  }
  const { collection, payload, provider, shape } = job
  const found = await findDocuments({
    collection,
    externalIds: [externalId],
    payload,
    provider: provider.name,
    req,
  })
  const document = found.get(externalId)
  if (!document) {
    return false
  }
  const { localization } = payload.config
  const locale = localization ? localization.defaultLocale : undefined
  const said = flatten({ document: base, shape })
  return [...flatten({ document, locale, shape })].some(([path, value]) => {
    const field = shape.get(path)!
    const isEditors =
      !said.has(path) && !(path in stored) && !OF_PAYLOAD.has(path) && !field.isGivenOnce
    return (
      isEditors &&
      !isSameValue({ a: value, b: null, field }) &&
      !isSameValue({ a: value, b: field.defaultValue, field })
    )
  })
}
