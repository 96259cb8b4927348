import type { PayloadRequest } from 'payload'

import { isDeepStrictEqual } from 'node:util'

import type { JsonObject } from '../../../shared/json.js'
import type { SyncIssue } from '../../store/issues/SyncIssue.js'
import type { MissingAction } from '../../store/records/absence/markMissing.js'
import type { OpenConflicts } from '../../store/records/conflicts/OpenConflict.js'
import type { SyncRecord } from '../../store/records/SyncRecord.js'
import type { Job, Writer } from '../batch/Job.js'
import type { PreparedRecord } from '../batch/prepareRecords.js'
import type { Values } from '../merge/flatten.js'
import type { Shape } from '../merge/readShape.js'
import type { Replaced } from '../stale/Replaced.js'
import type { FoundDocument } from './findDocuments.js'
import type { KnownRecords } from './resolveReference.js'

import { nextConflicts } from '../conflicts/nextConflicts.js'
import { toConflictIssue } from '../conflicts/toConflictIssue.js'
import { noteChange } from '../events/changes.js'
import { findUngiven } from '../merge/findUngiven.js'
import { flatten, unflatten } from '../merge/flatten.js'
import { isSameValue } from '../merge/isSameValue.js'
import { mergeValues } from '../merge/mergeValues.js'
import { noteReplaced } from '../stale/noteReplaced.js'
import { createDocument } from './createDocument.js'
import { findAltered } from './findAltered.js'
import { findDraft, isPublished } from './findDraft.js'
import { findLost, rememberTargets, toTargetKey } from './targets.js'
import { toReferenceIssue } from './toIssue.js'
import { updateDocument } from './updateDocument.js'
import { clearLists } from './values/clearLists.js'
import { findWithdrawn } from './values/findWithdrawn.js'
import { remember } from './values/remember.js'
import { resolveDocument, withholdUnits } from './values/resolveDocument.js'
import { isInTrash, toReturn } from './values/toReturn.js'

/** What became of one record's document. */
export type Outcome = 'created' | 'deferred' | 'unchanged' | 'updated'

type WriteRecordArgs = {
  /** What the provider said last time; empty for a record never stored. */
  base: JsonObject
  /** Those that were open before; `null` where nobody noted any. */
  conflicts: null | OpenConflicts
  /** What it may point to and a person has deleted here, as `toTargetKey` names it. */
  deleted: ReadonlySet<string>
  /** The document as it is stored, if there is one. */
  document: FoundDocument | undefined
  /** Whether somebody has a document open. It is not written then. */
  isOpen: (id: number | string) => Promise<boolean>
  job: Job
  known: KnownRecords
  /** Fields that are not written. */
  locks: SyncRecord['locks']
  /** What was done to the document while the record was missing. It is undone. */
  missingAction: MissingAction | null
  record: PreparedRecord
  /** What syncs replaced in it lately. */
  replaced: JsonObject
  req: PayloadRequest
  /** What the project's hooks made of it last time, by path. */
  stored: JsonObject
  targets: SyncRecord['targets']
  /** Writes its document with those of its batch. @default on its own */
  writer?: undefined | Writer
}

export type Written = {
  /** What to remember as the provider's word. */
  base: JsonObject
  /** Those that are open now. */
  conflicts: null | OpenConflicts
  documentId: number | string
  /** Whether a conflict was found that was not there before, or a new word on one that was. */
  hasNewConflict: boolean
  /** Whether a conflict is open that ends when the document comes to hold what the provider says. */
  isAwaited: boolean
  /** Whether no conflict is open. */
  isSettled: boolean
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
  conflicts: openBefore,
  deleted,
  document,
  isOpen,
  job,
  known,
  locks,
  missingAction,
  record: { document: said, externalId },
  replaced,
  req,
  stored,
  targets,
  writer,
}: WriteRecordArgs): Promise<Written> => {
  const { clock, collection, payload, resource, rules, runId, shape } = job
  const heard = flatten({ document: said, shape })
  const { missing, values: incoming } = resolveDocument({ job, known, said: heard })
  const withheld = document ? withholdUnits({ missing, rules, values: incoming }) : []
  const lost = [...missing].filter(([, reference]) => !deleted.has(toTargetKey(reference)))
  const missingIssues = lost.map(([field, reference]) =>
    toReferenceIssue({ externalId, field, provider: job.provider, reference }),
  )
  const unheard = new Set([...missing.keys(), ...withheld])
  const whole = {
    base: remember({ base, missing: unheard, said: heard, shape }),
    isWhole: lost.length === 0,
  }
  const rowIdOf = (path: string): string | undefined => resource.rowId[path]

  if (!document) {
    const data = unflatten(clearLists({ shape, values: incoming }))
    const { status } = resource
    const created = await createDocument({
      collection,
      data,
      externalId,
      job,
      req,
      status,
      writer,
    })
    const { id } = created
    noteChange({ id, collection, fields: incoming.keys(), operation: 'created', req })
    return {
      ...whole,
      conflicts: {},
      documentId: created.id,
      hasNewConflict: false,
      isAwaited: false,
      isSettled: true,
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
      targets: rememberTargets({ differing: [], known, missing: unheard, said: heard, targets }),
    }
  }

  const documentId = document.id
  const { localization } = payload.config
  const locale = localization ? localization.defaultLocale : undefined
  const draft = await findDraft({ document, job, locale, req })
  const returning = toReturn({ document, missingAction })
  const isPublishedAgain = returning.some(([path]) => path === '_status')
  const withdrawn =
    isPublishedAgain && draft ? await findWithdrawn({ document, draft, job, req }) : undefined
  // What is not published yet is what its newest version says, unless it stays a draft beside what is
  // published again.
  const newest = draft && !isPublished({ document, locale }) ? draft.version : document
  const holder = withdrawn ?? newest
  const current = flatten({ document: holder, locale, shape })
  const storedValues: Values = new Map(Object.entries(stored))
  const emptied = findLost({ base, current, job, known, targets })
  const saidBefore = flatten({ document: base, shape })
  const before = new Map([...resolveDocument({ job, known, said: saidBefore }).values, ...emptied])
  const merge = mergeValues({
    base: before,
    current,
    incoming,
    locked: new Set(Object.keys(locks)),
    rowIdOf,
    rules,
    shape,
    stored: storedValues,
  })
  const { changes: merged, differing } = merge
  const changes: Values = new Map([...findUngiven({ current, shape }), ...returning, ...merged])
  const conflicts = nextConflicts({
    current,
    incoming,
    merge,
    now: clock.now(),
    previous: openBefore,
    rules,
    runId,
    shape,
  })
  const hasNewConflict = merge.conflicts.length + merge.overwritten.length > 0
  const hasOpen = conflicts !== null && Object.keys(conflicts).length > 0
  const held = {
    conflicts,
    hasNewConflict,
    isAwaited: Object.values(conflicts ?? {}).some(({ isOverwritten }) => !isOverwritten),
    isSettled: conflicts !== null && !hasOpen,
    targets: rememberTargets({ differing, known, missing: unheard, said: heard, targets }),
  }
  const isTold = hasOpen && !hasNewConflict && isDeepStrictEqual(conflicts, openBefore)
  const issues = [
    ...missingIssues,
    ...(hasOpen && !isTold ? [toConflictIssue({ conflicts, documentId, externalId })] : []),
  ].map((issue) => ({ ...issue, documentId: String(documentId) }))
  if (changes.size === 0) {
    return {
      ...whole,
      ...held,
      documentId,
      issues,
      outcome: 'unchanged',
      replaced,
      stored,
    }
  }
  const isTrashed = isInTrash(document) && missingAction !== 'trash'
  if ((isTrashed && rules.onLocalDelete === 'keepAway') || (await isOpen(documentId))) {
    return {
      ...whole,
      ...held,
      documentId,
      hasNewConflict: false,
      isAwaited: false,
      isSettled: false,
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
    withdrawn,
    writer,
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
    issues,
    outcome: 'updated',
    replaced: noteReplaced({
      at: updated.updatedAt,
      base: saidBefore,
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
