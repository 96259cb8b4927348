import type { OpenConflicts } from '../../../store/records/conflicts/OpenConflict.js'
import type { HeldRecord, RecordArgs } from './withRecord.js'

import { RefusedError } from '../../../../shared/errors/index.js'
import { findKnown } from '../../../engine/batch/linkReferences.js'
import { noteConflicts } from '../../../engine/conflicts/noteConflicts.js'
import { flatten, unflatten, type Values } from '../../../engine/merge/flatten.js'
import { isSameValue } from '../../../engine/merge/isSameValue.js'
import { findUnit } from '../../../engine/rules/ResourceRules.js'
import { findReferences } from '../../../engine/write/findReferences.js'
import { completeGroups } from '../../../engine/write/updateDocument.js'
import { clearLists } from '../../../engine/write/values/clearLists.js'
import { resolveDocument } from '../../../engine/write/values/resolveDocument.js'
import { changeRow } from './changeRow.js'
import { lockHeld } from './lockFields.js'
import { readHeld } from './readHeld.js'
import { withRecord } from './withRecord.js'

/**
 * - `theirs`: the document gets what the provider says
 * - `mine`: the document keeps, or gets back, what the editor said, until the provider says something
 *   new
 * - `lock`: as `mine`, and no sync writes the fields until they are unlocked
 */
export const DECISIONS = ['theirs', 'mine', 'lock'] as const

export type Decision = (typeof DECISIONS)[number]

export type DecideConflictsArgs = {
  decision: Decision
  /** Paths as the conflicts name them. @default all that are in conflict */
  fields?: readonly string[] | undefined
} & RecordArgs

/**
 * Decides conflicts of a record. What is written to its document is written by Payload's Local API in
 * the name of whoever asks, with their access, and not while somebody else has it open.
 *
 * @returns The paths that were decided
 * @throws RefusedError `DRAFT_IN_WORK` while a published document has a newer draft, and what
 * `withRecord` throws
 * @throws APIError of Payload, when the document is not to be written
 */
export const decideConflicts = async ({
  decision,
  fields,
  ...args
}: DecideConflictsArgs): Promise<string[]> => {
  const { before, decided, writes } = await withRecord({
    ...args,
    work: (held) => decide({ decision, fields, held }),
  })
  if (writes) {
    const { payload, req } = args
    // A transaction of its own, in which Payload asks for access and the hook settles the conflict.
    await payload.update({
      ...writes,
      depth: 0,
      overrideAccess: req === undefined,
      overrideLock: req === undefined,
      ...(req?.user && { user: req.user }),
      trash: true,
    })
    await withRecord({
      ...args,
      work: async (held) => {
        await requireWritten({ before, held })
        await settle({ decided, decision, held })
      },
    })
  }
  return decided
}

type DecideArgs = { held: HeldRecord } & Pick<DecideConflictsArgs, 'decision' | 'fields'>

type Decided = {
  /** What the fields held that are to be written. */
  before: Values
  decided: string[]
  /** What is to be written to the document, if anything is. */
  writes: { collection: string; data: object; draft: boolean; id: number | string } | undefined
}

const decide = async ({ decision, fields, held }: DecideArgs): Promise<Decided> => {
  const { documentId, job, record } = held
  const chosen = choose({ conflicts: record.conflicts ?? {}, fields, held })
  const decided = Object.keys(chosen)
  const toWrite = Object.entries(chosen).filter(
    ([, { isOverwritten = false }]) => isOverwritten !== (decision === 'theirs'),
  )
  if (decided.length > 0 && toWrite.length === 0) {
    await settle({ decided, decision, held })
  }
  if (toWrite.length === 0) {
    return { before: new Map(), decided, writes: undefined }
  }
  const { document, isDraft, locale } = await readHeld(held)
  const { shape } = job
  const current = flatten({ document, locale, shape })
  const changes = new Map<string, unknown>()
  const incoming = decision === 'theirs' ? await resolveBase(held) : new Map<string, unknown>()
  for (const [path, conflict] of toWrite) {
    const list = [...shape.keys()].find((key) => path.startsWith(`${key}.`))
    const value = decision === 'theirs' ? conflict.incoming : conflict.current
    if (list === undefined) {
      changes.set(path, incoming.has(path) ? incoming.get(path) : value)
    } else {
      const rows = changes.get(list) ?? current.get(list)
      changes.set(
        list,
        changeRow({
          field: shape.get(list)!,
          key: job.resource.rowId[list] ?? 'id',
          path: path.slice(list.length + 1),
          rows,
          value,
        }),
      )
    }
  }
  const data = unflatten(clearLists({ shape, values: completeGroups({ changes, current }) }))
  return {
    before: new Map(
      [...changes]
        .filter(
          ([path, value]) =>
            !isSameValue({ a: value, b: current.get(path), field: shape.get(path)! }),
        )
        .map(([path]) => [path, current.get(path) ?? null]),
    ),
    decided,
    writes: { id: documentId, collection: job.collection, data, draft: isDraft },
  }
}

type ChooseArgs = { conflicts: OpenConflicts; held: HeldRecord } & Pick<
  DecideConflictsArgs,
  'fields'
>

/** The conflicts that are meant, with those of fields that are one with theirs. */
const choose = ({ conflicts, fields, held: { job } }: ChooseArgs): OpenConflicts => {
  const meant = fields && new Set(fields.flatMap((path) => findUnit(job.rules, path)))
  return Object.fromEntries(Object.entries(conflicts).filter(([path]) => meant?.has(path) ?? true))
}

type SettleArgs = { decided: readonly string[]; decision: Decision; held: HeldRecord }

/** Takes what was decided out of the conflicts, as far as a save has not done so, and locks it. */
const settle = async ({ decided, decision, held }: SettleArgs): Promise<void> => {
  const { documentId, job, record, req } = held
  const all = Object.entries(record.conflicts ?? {})
  const left = all.filter(([path]) => !decided.includes(path))
  if (left.length < all.length) {
    const conflicts = Object.fromEntries(left)
    await noteConflicts({ conflicts, documentId, externalId: record.externalId, job, req })
  }
  if (decision === 'lock' && decided.length > 0) {
    const { shape } = job
    const fields = decided.map(
      (path) => [...shape.keys()].find((key) => path === key || path.startsWith(`${key}.`)) ?? path,
    )
    await lockHeld({ fields, held: { ...held, record: { ...record, conflicts: {} } } })
  }
}

type RequireWrittenArgs = { before: Values; held: HeldRecord }

/** Payload leaves out without a word what a person may not write. */
const requireWritten = async ({ before, held }: RequireWrittenArgs): Promise<void> => {
  const { document, locale } = await readHeld(held)
  const { shape } = held.job
  const now = flatten({ document, locale, shape })
  const left = [...before].find(([path, value]) =>
    isSameValue({ a: value, b: now.get(path), field: shape.get(path)! }),
  )
  if (left) {
    throw new RefusedError({
      code: 'NOT_ALLOWED',
      message: `The document keeps its ${left[0]}: you are not allowed to change it.`,
    })
  }
}

/** What the provider said last, with references as document ids. */
const resolveBase = async ({ job, record: { base, externalId }, req }: HeldRecord) => {
  const prepared = [{ document: {}, externalId, hash: '', references: findReferences(base) }]
  const known = await findKnown({ job, prepared, req })
  return resolveDocument({ job, known, said: flatten({ document: base, shape: job.shape }) }).values
}
