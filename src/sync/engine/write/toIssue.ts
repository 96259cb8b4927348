import type { Reference } from '../../../sdk/index.js'
import type { JsonObject } from '../../../shared/json.js'
import type { SyncIssue } from '../../store/issues/SyncIssue.js'
import type { Conflict } from '../merge/mergeValues.js'

type ToReferenceIssueArgs = { externalId: string; field: string; reference: Reference }

export const toReferenceIssue = ({
  externalId,
  field,
  reference,
}: ToReferenceIssueArgs): SyncIssue => {
  const target = `${reference.resource} ${reference.externalId}`
  return {
    details: { field, reference: target },
    documentId: null,
    externalId,
    kind: 'reference',
    message: `Its ${field} points to ${target}, which is not stored yet. The field keeps its value until that record is there.`,
  }
}

type ToConflictIssueArgs = {
  conflicts: readonly Conflict[]
  documentId: number | string
  externalId: string
}

export const toConflictIssue = ({
  conflicts,
  documentId,
  externalId,
}: ToConflictIssueArgs): SyncIssue => ({
  details: { conflicts: conflicts.map((conflict) => ({ ...conflict }) as JsonObject) },
  documentId: String(documentId),
  externalId,
  kind: 'conflict',
  message:
    `An editor and the provider both changed ${conflicts.map(({ field }) => field).join(', ')}. ` +
    "The editor's value stays.",
})
