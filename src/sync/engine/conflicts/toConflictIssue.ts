import type { JsonObject } from '../../../shared/json.js'
import type { SyncIssue } from '../../store/issues/SyncIssue.js'
import type { OpenConflicts } from '../../store/records/conflicts/OpenConflict.js'

type ToConflictIssueArgs = {
  /** At least one. */
  conflicts: OpenConflicts
  documentId: number | string
  externalId: string
}

/** What a person should know of the fields in which a document and its provider differ. */
export const toConflictIssue = ({
  conflicts,
  documentId,
  externalId,
}: ToConflictIssueArgs): SyncIssue => {
  const all = Object.entries(conflicts)
  const nameThose = (isOne: (conflict: OpenConflicts[string]) => boolean): string =>
    all
      .filter(([, conflict]) => isOne(conflict))
      .map(([field]) => field)
      .join(', ')
  const overwritten = nameThose(({ isOverwritten }) => isOverwritten === true)
  const asked = nameThose(({ isOverwritten, policy }) => !isOverwritten && policy === 'ask')
  const kept = nameThose(({ isOverwritten, policy }) => !isOverwritten && policy !== 'ask')
  return {
    details: {
      conflicts: all.map(([field, conflict]) => ({ ...conflict, field }) as JsonObject),
    },
    documentId: String(documentId),
    externalId,
    kind: 'conflict',
    message: [
      kept && `An editor and the provider both changed ${kept}. The editor's value stays.`,
      asked &&
        `An editor and the provider both changed ${asked}. Nothing is written to it until somebody decides.`,
      overwritten &&
        `An editor and the provider both changed ${overwritten}. The provider's value was written; the editor's is kept here.`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  }
}
