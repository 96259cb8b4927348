import type { PayloadRequest } from 'payload'

import type { JsonObject } from '../../../shared/json.js'
import type { SyncIssue } from '../../store/issues/SyncIssue.js'
import type { SyncRecord } from '../../store/records/SyncRecord.js'
import type { Job } from '../batch/Job.js'
import type { PreparedRecord } from '../batch/prepareRecords.js'
import type { Values } from '../merge/flatten.js'
import type { Conflict } from '../merge/mergeValues.js'
import type { Shape } from '../merge/readShape.js'
import type { Replaced } from '../stale/Replaced.js'
import type { FoundDocument } from './findDocuments.js'
import type { KnownRecords } from './resolveReference.js'

import { isReference } from '../../../sdk/index.js'
import { flatten, unflatten } from '../merge/flatten.js'
import { isSameValue } from '../merge/isSameValue.js'
import { mergeValues } from '../merge/mergeValues.js'
import { noteReplaced } from '../stale/noteReplaced.js'
import { resolveReference } from './resolveReference.js'
import { findLost, rememberTargets } from './targets.js'
import { toHookContext } from './toHookContext.js'

/** What became of one record's document. */
export type Outcome = 'created' | 'deferred' | 'unchanged' | 'updated'

type WriteRecordArgs = {
  /** What the provider said last time; empty for a record never stored. */
  base: JsonObject
  /** The document as it is stored, if there is one. */
  document: FoundDocument | undefined
  /** Whether somebody has a document open. It is not written then. */
  isOpen: (id: number | string) => Promise<boolean>
  job: Job
  known: KnownRecords
  record: PreparedRecord
  /** What syncs replaced in it lately. */
  replaced: JsonObject
  req: PayloadRequest
  /** What the project's hooks made of it last time, by path. */
  stored: JsonObject
  targets: SyncRecord['targets']
}

type Written = {
  /** What to remember as the provider's word. */
  base: JsonObject
  documentId: number | string
  /** Whether the document holds what the provider says, in every field it speaks of. */
  isAgreed: boolean
  issues: SyncIssue[]
  /** Whether every reference found its document. */
  isWhole: boolean
  outcome: Outcome
  /** What syncs replaced in the document lately, this one included. */
  replaced: JsonObject
  /** What the project's hooks made of it, by path. */
  stored: JsonObject
  targets: SyncRecord['targets']
}

/** Creates the document of one record, or merges the record into it. Writes only what changed. */
export const writeRecord = async ({
  base,
  document,
  isOpen,
  job,
  known,
  record: { document: said, externalId },
  replaced,
  req,
  stored,
  targets,
}: WriteRecordArgs): Promise<Written> => {
  const { collection, payload, provider, shape } = job
  const { missing, values: incoming } = resolve({ document: said, job, known })
  const context = toHookContext(job)
  const missingIssues = missing.map((field) =>
    toReferenceIssue({
      externalId,
      field,
      reference: flatten({ document: said, shape }).get(field),
    }),
  )
  const whole = { base: remember({ base, missing, said, shape }), isWhole: missing.length === 0 }

  if (!document) {
    const data = { ...unflatten(incoming), externalId, provider: provider.name }
    const created = await payload.create({ collection, context, data, depth: 0, req })
    return {
      ...whole,
      documentId: created.id,
      isAgreed: true,
      issues: missingIssues,
      outcome: 'created',
      // Nobody has had it open yet.
      replaced: {},
      stored: findAltered({ document: created, said: incoming, shape }),
      targets: rememberTargets({ differing: [], job, known, missing, said, targets }),
    }
  }

  const documentId = document.id
  const localization = payload.config.localization
  const locale = localization ? localization.defaultLocale : undefined
  const current = flatten({ document, locale, shape })
  const lost = findLost({ base, current, job, known, targets })
  const before = new Map([...resolve({ document: base, job, known }).values, ...lost])
  const { changes, conflicts, differing } = mergeValues({
    base: before,
    current,
    incoming,
    shape,
    stored: new Map(Object.entries(stored)),
  })
  const isAgreed = differing.length === 0
  const held = { targets: rememberTargets({ differing, job, known, missing, said, targets }) }
  const issues = [
    ...missingIssues,
    ...(conflicts.length > 0 ? [toConflictIssue({ conflicts, documentId, externalId })] : []),
  ].map((issue) => ({ ...issue, documentId: String(documentId) }))
  if (changes.size === 0) {
    return {
      ...whole,
      ...held,
      documentId,
      isAgreed,
      issues,
      outcome: 'unchanged',
      replaced,
      stored,
    }
  }
  if (await isOpen(documentId)) {
    return {
      ...whole,
      ...held,
      documentId,
      isAgreed: false,
      issues: [],
      outcome: 'deferred',
      replaced,
      stored,
    }
  }
  const data = unflatten(completeGroups({ changes, current }))
  const updated = await payload.update({
    id: documentId,
    collection,
    context,
    data,
    depth: 0,
    req,
    // An editor who put a document into the trash may take it out again.
    trash: true,
  })
  const kept = Object.entries(stored).filter(([path]) => !changes.has(path))
  const altered = findAltered({ document: updated, said: changes, shape })
  return {
    ...whole,
    ...held,
    documentId,
    isAgreed,
    issues,
    outcome: 'updated',
    replaced: noteReplaced({
      at: updated.updatedAt,
      base: flatten({ document: base, shape }),
      changed: changes.keys(),
      current,
      from: document.updatedAt,
      replaced: replaced as Replaced,
      shape,
    }),
    stored: { ...Object.fromEntries(kept), ...altered },
  }
}

type FindAlteredArgs = { document: Record<string, unknown>; said: Values; shape: Shape }

/** What hooks of the project made something else of. It is theirs, and no editor's change. */
const findAltered = ({ document, said, shape }: FindAlteredArgs): JsonObject => {
  const holds = flatten({ document, shape })
  const altered = [...said.keys()].filter((path) => {
    const field = shape.get(path)
    return field && !isSameValue({ a: holds.get(path), b: said.get(path), field })
  })
  return Object.fromEntries(altered.map((path) => [path, holds.get(path) ?? null])) as JsonObject
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

type RememberArgs = { base: JsonObject; missing: string[]; said: JsonObject; shape: Shape }

/**
 * The provider's word so far. A reference that led nowhere is not taken in: what stood there before
 * is what the document still holds, and the reference counts as a change until it leads somewhere.
 */
const remember = ({ base, missing, said, shape }: RememberArgs): JsonObject => {
  const values = new Map([
    ...flatten({ document: base, shape }),
    ...[...flatten({ document: said, shape })].filter(([path]) => !missing.includes(path)),
  ])
  return unflatten(values) as JsonObject
}

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

type ToReferenceIssueArgs = { externalId: string; field: string; reference: unknown }

const toReferenceIssue = ({ externalId, field, reference }: ToReferenceIssueArgs): SyncIssue => {
  const target = isReference(reference) ? `${reference.resource} ${reference.externalId}` : field
  return {
    details: { field, reference: target },
    documentId: null,
    externalId,
    kind: 'reference',
    message: `Its ${field} points to ${target}, which is not stored yet. The field keeps its value until that record is there.`,
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
