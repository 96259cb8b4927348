import type { JsonValue } from '../../../../../shared/json.js'
import type { FieldLocks, OpenConflicts } from '../../../../store/records/conflicts/OpenConflict.js'
import type { HeldRecord } from '../withRecord.js'

import { isRefusedError } from '../../../../../shared/errors/index.js'
import { flatten } from '../../../../engine/merge/flatten.js'
import { findUnit } from '../../../../engine/rules/ResourceRules.js'
import { readHeld } from '../readHeld.js'

/** How a record and some fields of its document stood at a moment. */
export type Snapshot = {
  conflicts: OpenConflicts
  locks: FieldLocks
  /** What the provider says, by path; a reference as it was mapped. */
  said: Record<string, JsonValue>
  /** What the document held, by path. */
  values: Record<string, JsonValue>
}

type TakeSnapshotArgs = {
  /** Paths as locks or conflicts name them. @default those in conflict */
  fields?: readonly string[] | undefined
  held: HeldRecord
}

/** How the fields stand that somebody is about to decide, with all that they are one with. */
export const takeSnapshot = async ({ fields, held }: TakeSnapshotArgs): Promise<Snapshot> => {
  const { job, record } = held
  const conflicts = record.conflicts ?? {}
  const meant = (fields ?? Object.keys(conflicts)).flatMap((path) => findUnit(job.rules, path))
  const keys = [...job.shape.keys()].filter((key) =>
    meant.some((path) => path === key || path.startsWith(`${key}.`)),
  )
  const said = flatten({ document: record.base, shape: job.shape })
  const values = await readValues(held)
  return {
    conflicts,
    locks: record.locks,
    said: Object.fromEntries(keys.map((key) => [key, (said.get(key) ?? null) as JsonValue])),
    values: Object.fromEntries(
      values ? keys.map((key) => [key, (values.get(key) ?? null) as JsonValue]) : [],
    ),
  }
}

/** Nothing of a document that is not to be written now. */
const readValues = async (held: HeldRecord): Promise<Map<string, unknown> | undefined> => {
  try {
    const { document, locale } = await readHeld(held)
    return flatten({ document, locale, shape: held.job.shape })
  } catch (error) {
    if (isRefusedError(error)) {
      return undefined
    }
    throw error
  }
}
