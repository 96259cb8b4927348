import type { MissingAction } from '../../../store/records/absence/markMissing.js'
import type { FoundDocument } from '../findDocuments.js'

/** Whether a document is in the trash. */
export const isInTrash = ({ deletedAt }: FoundDocument): boolean =>
  deletedAt !== undefined && deletedAt !== null

type ToReturnArgs = { document: FoundDocument; missingAction: MissingAction | null }

/** What brings a document back whose record was missing, unless a person has done so already. */
export const toReturn = ({ document, missingAction }: ToReturnArgs): [string, unknown][] => {
  switch (missingAction) {
    case 'trash':
      return isInTrash(document) ? [['deletedAt', null]] : []
    case 'unpublish':
      return document._status === 'draft' ? [['_status', 'published']] : []
    default:
      return []
  }
}
