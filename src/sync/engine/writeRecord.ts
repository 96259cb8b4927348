import type { PayloadRequest } from 'payload'

import type { JsonObject, JsonValue } from '../../shared/json.js'
import type { SyncIssue } from '../store/issues/SyncIssue.js'
import type { FoundDocument } from './findDocuments.js'
import type { Values } from './flatten.js'
import type { Job } from './Job.js'
import type { KnownRecords } from './linkReferences.js'
import type { Conflict } from './mergeValues.js'
import type { PreparedRecord } from './prepareRecords.js'

import { isReference } from '../../sdk/index.js'
import { flatten, unflatten } from './flatten.js'
import { resolveReference } from './linkReferences.js'
import { mergeValues } from './mergeValues.js'

/** What became of one record's document. */
export type Outcome = 'created' | 'unchanged' | 'updated'

type WriteRecordArgs = {
  /** What the provider said last time; empty for a record never stored. */
  base: JsonObject
  /** The document as it is stored, if there is one. */
  document: FoundDocument | undefined
  job: Job
  known: KnownRecords
  record: PreparedRecord
  req: PayloadRequest
}

type Written = {
  /** What to remember as the provider's word. */
  base: JsonObject
  documentId: number | string
  issues: SyncIssue[]
  /** Whether every reference found its document. */
  isWhole: boolean
  outcome: Outcome
}

/** Creates the document of one record, or merges the record into it. Writes only what changed. */
export const writeRecord = async ({
  base,
  document,
  job,
  known,
  record: { document: said, externalId },
  req,
}: WriteRecordArgs): Promise<Written> => {
  const { collection, payload, provider, resourceName, runId, shape } = job
  const { missing, values: incoming } = resolve({ document: said, job, known })
  // Hooks of the project may want to know that a sync writes, and for whom.
  const context = { sync: { provider: provider.name, resource: resourceName, runId } }
  const missingIssues = missing.map((field) => toReferenceIssue({ externalId, field, said }))
  const whole = { base: remember({ base, missing, said }), isWhole: missing.length === 0 }

  if (!document) {
    const data = { ...unflatten(incoming), externalId, provider: provider.name }
    const { id } = await payload.create({ collection, context, data, depth: 0, req })
    return { ...whole, documentId: id, issues: missingIssues, outcome: 'created' }
  }

  const documentId = document.id
  const localization = payload.config.localization
  const locale = localization ? localization.defaultLocale : undefined
  const current = flatten({ document, locale, shape })
  const before = resolve({ document: base, job, known }).values
  const { changes, conflicts } = mergeValues({ base: before, current, incoming, shape })
  const issues = [
    ...missingIssues,
    ...(conflicts.length > 0 ? [toConflictIssue({ conflicts, documentId, externalId })] : []),
  ].map((issue) => ({ ...issue, documentId: String(documentId) }))
  if (changes.size === 0) {
    return { ...whole, documentId, issues, outcome: 'unchanged' }
  }
  const data = unflatten(completeGroups({ changes, current }))
  await payload.update({ id: documentId, collection, context, data, depth: 0, req })
  return { ...whole, documentId, issues, outcome: 'updated' }
}

type ResolveArgs = { document: JsonObject; job: Job; known: KnownRecords }

/** A mapped document's values with references as document ids, and the fields that found none. */
const resolve = ({ document, job, known }: ResolveArgs): { missing: string[]; values: Values } => {
  const missing: string[] = []
  const values: Values = new Map()
  for (const [path, value] of flatten({ document, shape: job.shape })) {
    const resolved = resolveReference({ job, known, value })
    if (resolved === undefined) {
      missing.push(path)
    } else {
      values.set(path, resolved)
    }
  }
  return { missing, values }
}

type RememberArgs = { base: JsonObject; missing: string[]; said: JsonObject }

/** The provider's word so far; a reference that led nowhere is not remembered, so it is news again. */
const remember = ({ base, missing, said }: RememberArgs): JsonObject => {
  const merged: JsonObject = { ...base }
  for (const [key, value] of Object.entries(said)) {
    const before = merged[key]
    merged[key] = isPlain(value) && isPlain(before) ? { ...before, ...value } : value
  }
  for (const path of missing) {
    delete merged[path]
  }
  return merged
}

/** A group, or JSON that is an object; a reference is one value. */
const isPlain = (value: JsonValue | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !isReference(value)

type CompleteGroupsArgs = { changes: Values; current: Values }

/** A group is written as a whole: Payload would clear what a partial one leaves out. */
const completeGroups = ({ changes, current }: CompleteGroupsArgs): Values => {
  const groups = new Set([...changes.keys()].flatMap((path) => path.split('.').slice(0, -1)))
  const siblings = [...current].filter(([path]) => {
    const [group, ...rest] = path.split('.')
    return rest.length > 0 && group !== undefined && groups.has(group)
  })
  return new Map([...siblings, ...changes])
}

type ToReferenceIssueArgs = { externalId: string; field: string; said: JsonObject }

const toReferenceIssue = ({ externalId, field, said }: ToReferenceIssueArgs): SyncIssue => {
  const reference = said[field]
  const target = isReference(reference) ? `${reference.resource} ${reference.externalId}` : field
  return {
    details: { field, reference: reference ?? null },
    documentId: null,
    externalId,
    kind: 'reference',
    message: `Its ${field} points to ${target}, which is not stored. The field stays as it is until it is.`,
  }
}

type ToConflictIssueArgs = {
  conflicts: Conflict[]
  documentId: number | string
  externalId: string
}

const toConflictIssue = ({
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
