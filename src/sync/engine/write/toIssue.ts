import type { Reference } from '../../../sdk/index.js'
import type { SyncIssue } from '../../store/issues/SyncIssue.js'

type ToReferenceIssueArgs = {
  externalId: string
  field: string
  provider: { name: string; resources: Pick<ReadonlyMap<string, unknown>, 'has' | 'keys'> }
  reference: Reference
}

export const toReferenceIssue = ({
  externalId,
  field,
  provider,
  reference,
}: ToReferenceIssueArgs): SyncIssue => {
  const target = `${reference.resource} ${reference.externalId}`
  return {
    details: { field, reference: target },
    documentId: null,
    externalId,
    kind: 'reference',
    message:
      `Its ${field} points to ${target}, which is not stored yet${tellAstray({ provider, reference })}. ` +
      'The field keeps its value until that record is there.',
    target: { externalId: reference.externalId, resource: reference.resource },
  }
}

/** A project may leave a resource out; a name that is mistyped looks the same. */
const tellAstray = ({
  provider: { name, resources },
  reference: { resource },
}: Pick<ToReferenceIssueArgs, 'provider' | 'reference'>): string =>
  resources.has(resource)
    ? ''
    : `, and ${name} has no resource "${resource}" (known: ${[...resources.keys()].join(', ')})`
