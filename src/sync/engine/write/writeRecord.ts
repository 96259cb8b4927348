import type { PayloadRequest } from 'payload'

import type { Reference } from '../../../sdk/index.js'
import type { JsonObject } from '../../../shared/json.js'
import type { SyncIssue } from '../../store/issues/SyncIssue.js'
import type { SyncRecord } from '../../store/records/SyncRecord.js'
import type { Job } from '../batch/Job.js'
import type { PreparedRecord } from '../batch/prepareRecords.js'
import type { Values } from '../merge/flatten.js'
import type { Shape } from '../merge/readShape.js'
import type { Replaced } from '../stale/Replaced.js'
import type { FoundDocument } from './findDocuments.js'
import type { KnownRecords } from './resolveReference.js'

import { noteChange } from '../events/changes.js'
import { findUngiven } from '../merge/findUngiven.js'
import { flatten, unflatten } from '../merge/flatten.js'
import { isSameValue } from '../merge/isSameValue.js'
import { mergeValues } from '../merge/mergeValues.js'
import { noteReplaced } from '../stale/noteReplaced.js'
import { createDocument } from './createDocument.js'
import { findAltered } from './findAltered.js'
import { findDraft, isPublished } from './findDraft.js'
import { resolveReference } from './resolveReference.js'
import { findLost, rememberTargets } from './targets.js'
import { toConflictIssue, toReferenceIssue } from './toIssue.js'
import { updateDocument } from './updateDocument.js'

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
  const { collection, payload, resource, shape } = job
  const { missing, values: incoming } = resolve({ document: said, job, known })
  const missingIssues = [...missing].map(([field, reference]) =>
    toReferenceIssue({ externalId, field, reference }),
  )
  const whole = { base: remember({ base, missing, said, shape }), isWhole: missing.size === 0 }
  const rowIdOf = (path: string): string | undefined => resource.rowId[path]

  if (!document) {
    const data = unflatten(incoming)
    const { status } = resource
    const created = await createDocument({ collection, data, externalId, job, req, status })
    const { id } = created
    noteChange({ id, collection, fields: incoming.keys(), operation: 'created', req })
    return {
      ...whole,
      documentId: created.id,
      isAgreed: true,
      issues: missingIssues,
      outcome: 'created',
      // Nobody has had it open yet.
      replaced: {},
      stored: findAltered({
        before: new Map(),
        document: created,
        incoming,
        rowIdOf,
        shape,
        stored: new Map(),
        written: incoming,
      }),
      targets: rememberTargets({ differing: [], job, known, missing, said, targets }),
    }
  }

  const documentId = document.id
  const { localization } = payload.config
  const locale = localization ? localization.defaultLocale : undefined
  const draft = await findDraft({ document, job, locale, req })
  // What is not published yet is what its newest version says.
  const holder = draft && !isPublished({ document, locale }) ? draft.version : document
  const current = flatten({ document: holder, locale, shape })
  const storedValues: Values = new Map(Object.entries(stored))
  const lost = findLost({ base, current, job, known, targets })
  const before = new Map([...resolve({ document: base, job, known }).values, ...lost])
  const {
    changes: merged,
    conflicts,
    differing,
  } = mergeValues({
    base: before,
    current,
    incoming,
    rowIdOf,
    shape,
    stored: storedValues,
  })
  const changes: Values = new Map([...findUngiven({ current, shape }), ...merged])
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
  const updated = await updateDocument({
    changes,
    current,
    document,
    draft,
    externalId,
    job,
    locale,
    req,
  })
  noteChange({
    id: documentId,
    collection,
    fields: changes.keys(),
    operation: 'updated',
    req,
  })
  const kept = Object.entries(stored).filter(([path]) => !changes.has(path))
  const altered = findAltered({
    before: current,
    document: updated,
    incoming,
    rowIdOf,
    shape,
    stored: storedValues,
    // What a hook is asked for is nobody's word that it could make something else of.
    written: job.beforeWrite
      ? new Map([...findOverwritten({ current, document: updated, incoming, shape }), ...merged])
      : merged,
  })
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

type FindOverwrittenArgs = {
  current: Values
  document: FoundDocument
  incoming: Values
  shape: Shape
}

/** What the provider says of fields that hold something else now, whoever had them written. */
const findOverwritten = ({ current, document, incoming, shape }: FindOverwrittenArgs): Values => {
  const holds = flatten({ document, shape })
  return new Map(
    [...incoming].filter(([path]) => {
      const field = shape.get(path)
      return field && !isSameValue({ a: holds.get(path), b: current.get(path), field })
    }),
  )
}

type ResolveArgs = { document: JsonObject; job: Job; known: KnownRecords }

type Resolved = {
  /** A reference that led nowhere, by the path of its field. */
  missing: Map<string, Reference>
  values: Values
}

/** A mapped document's values with references as document ids, and the fields that found none. */
const resolve = ({ document, job, known }: ResolveArgs): Resolved => {
  const resolved: Resolved = { missing: new Map(), values: new Map() }
  for (const [path, said] of flatten({ document, shape: job.shape })) {
    // The status of a document is its editors'; `Resource.status` is for new ones.
    if (path === '_status') {
      continue
    }
    const field = job.shape.get(path)
    const { missing, value } = resolveReference({ field, job, known, value: said })
    const [reference] = missing
    if (reference) {
      resolved.missing.set(path, reference)
    } else {
      resolved.values.set(path, value)
    }
  }
  return resolved
}

type RememberArgs = {
  base: JsonObject
  missing: Resolved['missing']
  said: JsonObject
  shape: Shape
}

/**
 * The provider's word so far. A reference that led nowhere is not taken in: what stood there before
 * is what the document still holds, and the reference counts as a change until it leads somewhere.
 */
const remember = ({ base, missing, said, shape }: RememberArgs): JsonObject => {
  const values = new Map([
    ...flatten({ document: base, shape }),
    ...[...flatten({ document: said, shape })].filter(([path]) => !missing.has(path)),
  ])
  return unflatten(values) as JsonObject
}
