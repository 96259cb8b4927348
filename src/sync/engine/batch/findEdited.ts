import type { PayloadRequest } from 'payload'

import type { SyncRecord } from '../../store/records/SyncRecord.js'
import type { Job } from './Job.js'

import { isReference } from '../../../sdk/index.js'
import { flatten } from '../merge/flatten.js'
import { isSameValue } from '../merge/isSameValue.js'
import { findDocuments } from '../write/findDocuments.js'
import { findDraft, isPublished } from '../write/findDraft.js'
import { findReferences } from '../write/findReferences.js'
import { resolveReference } from '../write/resolveReference.js'
import { findKnown } from './linkReferences.js'

type FindEditedArgs = {
  job: Job
  record: Pick<SyncRecord, 'base' | 'externalId' | 'stored'>
  req: PayloadRequest
}

export type EditedField = {
  /** Path of the field: `homeScore`, `venue.city`. */
  field: string
  /** What the provider last said of it; a reference as its externalId. */
  said: unknown
}

/**
 * The fields whose value in the document is neither what the provider last said nor what the
 * project's own hooks made of it: an editor's.
 */
export const findEdited = async ({
  job,
  record: { base, externalId, stored },
  req,
}: FindEditedArgs): Promise<EditedField[]> => {
  const { collection, payload, provider, shape } = job
  const documents = await findDocuments({
    collection,
    externalIds: [externalId],
    payload,
    provider: provider.name,
    req,
  })
  const document = documents.get(externalId)
  if (!document) {
    return []
  }
  const said = flatten({ document: base, shape })
  const references = findReferences(base)
  const prepared = [{ document: {}, externalId, hash: '', references }]
  const known = await findKnown({ job, prepared, req })
  const { localization } = payload.config
  const locale = localization ? localization.defaultLocale : undefined
  const draft = await findDraft({ document, job, locale, req })
  const holder = draft && !isPublished({ document, locale }) ? draft.version : document
  const holds = flatten({ document: holder, locale, shape })
  return [...said].flatMap(([path, value]) => {
    const field = shape.get(path)
    const { missing, value: resolved } = resolveReference({ field, job, known, value })
    const isTheirs =
      !field ||
      missing.length > 0 ||
      isSameValue({ a: holds.get(path), b: resolved, field }) ||
      (path in stored && isSameValue({ a: holds.get(path), b: stored[path], field }))
    return isTheirs ? [] : [{ field: path, said: isReference(value) ? value.externalId : value }]
  })
}
