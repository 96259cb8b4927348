import type { FoundDocument } from '../../../engine/write/findDocuments.js'
import type { HeldRecord } from './withRecord.js'

import { RefusedError } from '../../../../shared/errors/index.js'
import { findDocuments } from '../../../engine/write/findDocuments.js'
import { findDraft, isPublished } from '../../../engine/write/findDraft.js'

/** Which document of a held record is meant. */
export type HeldDocument = Pick<HeldRecord, 'documentId' | 'externalId' | 'job' | 'req'>

/**
 * The document as it is merged, and whether that is a draft.
 *
 * @throws RefusedError `DRAFT_IN_WORK` while a published document has a newer draft
 */
export const readHeld = async ({
  documentId,
  externalId,
  job,
  req,
}: HeldDocument): Promise<{
  document: FoundDocument
  isDraft: boolean
  locale: string | undefined
}> => {
  const { collection, payload, provider } = job
  const { localization } = payload.config
  const locale = localization ? localization.defaultLocale : undefined
  const found = await findDocuments({
    collection,
    externalIds: [externalId],
    payload,
    provider: provider.name,
    req,
  })
  const document = found.get(externalId) ?? { id: documentId }
  const draft = await findDraft({ document, job, locale, req })
  if (draft && isPublished({ document, locale })) {
    throw new RefusedError({
      code: 'DRAFT_IN_WORK',
      message: 'The document has a draft that is not published. Publish it, or discard it, first.',
    })
  }
  return { document: draft?.version ?? document, isDraft: draft !== undefined, locale }
}
