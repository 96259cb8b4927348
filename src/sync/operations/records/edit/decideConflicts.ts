import type { OpenConflicts } from '../../../store/records/conflicts/OpenConflict.js'
import type { HeldRecord, RecordArgs } from './withRecord.js'

import { findKnown } from '../../../engine/batch/linkReferences.js'
import { noteConflicts } from '../../../engine/conflicts/noteConflicts.js'
import { flatten } from '../../../engine/merge/flatten.js'
import { findUnit } from '../../../engine/rules/ResourceRules.js'
import { findReferences } from '../../../engine/write/findReferences.js'
import { resolveDocument } from '../../../engine/write/values/resolveDocument.js'
import { changeRow } from './changeRow.js'
import { lockHeld } from './lockFields.js'
import { readHeld } from './readHeld.js'
import { readAgain, withRecord } from './withRecord.js'
import { writeHeld } from './writeHeld.js'

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
}: DecideConflictsArgs): Promise<string[]> =>
  await withRecord({
    ...args,
    holdsDocument: true,
    work: (held) => decide({ asker: args.req, decision, fields, held }),
  })

type DecideArgs = { asker: RecordArgs['req']; held: HeldRecord } & Pick<
  DecideConflictsArgs,
  'decision' | 'fields'
>

const decide = async ({ asker, decision, fields, held }: DecideArgs): Promise<string[]> => {
  const { record } = held
  const chosen = choose({ conflicts: record.conflicts ?? {}, fields, held })
  const decided = Object.keys(chosen)
  const toWrite = Object.entries(chosen).filter(
    ([, { isOverwritten = false }]) => isOverwritten !== (decision === 'theirs'),
  )
  if (toWrite.length > 0) {
    await write({ asker, decision, held, toWrite })
  }
  if (decided.length > 0) {
    // The hook that settles conflicts may have done so by now.
    await settle({ decided, decision, held: await readAgain(held) })
  }
  return decided
}

type WriteArgs = { toWrite: [string, OpenConflicts[string]][] } & Omit<DecideArgs, 'fields'>

/** Asks for the access of the person, whose save it is. */
const write = async ({ asker, decision, held, toWrite }: WriteArgs): Promise<void> => {
  const { job } = held
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
  await writeHeld({ asker, changes, current, held, isDraft })
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

/** What the provider said last, with references as document ids. */
const resolveBase = async ({ job, record: { base, externalId }, req }: HeldRecord) => {
  const prepared = [{ document: {}, externalId, hash: '', references: findReferences(base) }]
  const known = await findKnown({ job, prepared, req })
  return resolveDocument({ job, known, said: flatten({ document: base, shape: job.shape }) }).values
}
