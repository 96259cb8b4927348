import type { Reference } from '../../../sdk/index.js'
import type { SyncIssue } from '../../store/issues/SyncIssue.js'

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
    target: { externalId: reference.externalId, resource: reference.resource },
  }
}
