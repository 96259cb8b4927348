import type { PayloadRequest } from 'payload'

import type { SyncRecord } from '../../../store/records/SyncRecord.js'
import type { Job } from '../Job.js'

import { flatten, isObject } from '../../merge/flatten.js'
import { isSameValue } from '../../merge/isSameValue.js'
import { findDocuments } from '../../write/findDocuments.js'
import { findLatest, hasDrafts } from '../../write/findDraft.js'
import { findEdited } from '../findEdited.js'
import { isTranslated } from './isTranslated.js'

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
 * said, one is locked or has an open conflict, or one that no provider speaks of holds anything but
 * its default. What is in work counts as what is published does, and each language that no sync
 * writes. Call it when nobody else can write the document any more.
 */
export const hasEditorsWork = async ({
  job,
  record,
  req,
}: HasEditorsWorkArgs): Promise<boolean> => {
  const { base, conflicts, externalId, locks, stored } = record
  const isNoted = [conflicts ?? {}, locks].some((noted) => Object.keys(noted).length > 0)
  if (isNoted || (await findEdited({ job, record, req })).length > 0) {
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
  const newest = hasDrafts({ job })
    ? await findLatest({ documentId: document.id, job, req })
    : undefined
  const drafted = newest && (newest.version as Record<string, unknown>)
  // No sync leaves a draft beside what is published; it only goes on with one.
  if (drafted && isInWork({ document, drafted })) {
    return true
  }
  const { localization } = payload.config
  const locale = localization ? localization.defaultLocale : undefined
  const others = localization ? localization.localeCodes.filter((code) => code !== locale) : []
  const said = flatten({ document: base, shape })
  return [document, ...(drafted ? [drafted] : [])].some((held) => {
    const hasOwnValue = [...flatten({ document: held, locale, shape })].some(([path, value]) => {
      const field = shape.get(path)!
      const isEditors =
        !said.has(path) && !(path in stored) && !OF_PAYLOAD.has(path) && !field.isGivenOnce
      return (
        isEditors &&
        !isSameValue({ a: value, b: null, field }) &&
        !isSameValue({ a: value, b: field.defaultValue, field })
      )
    })
    return hasOwnValue || isTranslated({ document: held, locales: others, shape })
  })
}

type IsInWorkArgs = { document: Record<string, unknown>; drafted: Record<string, unknown> }

/** Whether the newest version is a draft of what is published, in any language. */
const isInWork = ({ document, drafted }: IsInWorkArgs): boolean => {
  const before = toStatuses(document)
  const after = toStatuses(drafted)
  return [...before].some(
    ([locale, status]) => status === 'published' && after.get(locale) !== 'published',
  )
}

/** By locale, where each has a status of its own. */
const toStatuses = ({ _status: status }: Record<string, unknown>): Map<string, unknown> =>
  new Map(isObject(status) ? Object.entries(status) : [['', status]])
