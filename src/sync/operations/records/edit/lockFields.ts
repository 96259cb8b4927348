import type { FieldLock, FieldLocks } from '../../../store/records/conflicts/OpenConflict.js'
import type { HeldRecord, RecordArgs } from './withRecord.js'

import { RefusedError } from '../../../../shared/errors/index.js'
import { noteConflicts } from '../../../engine/conflicts/noteConflicts.js'
import { flatten } from '../../../engine/merge/flatten.js'
import { findUnit } from '../../../engine/rules/ResourceRules.js'
import { saveLocks } from '../../../store/records/conflicts/saveLocks.js'
import { withRecord } from './withRecord.js'

export type LockFieldsArgs = {
  /** Paths: `homeScore`, `venue.city`. Those that are one with them are locked as well. */
  fields: readonly string[]
} & RecordArgs

/**
 * Locks fields of a document: no sync writes them until they are unlocked. What the provider says of
 * them is shown beside. A conflict about them is decided by that. Returns all locks of the record.
 *
 * @throws RefusedError `UNKNOWN_FIELD`, and what `withRecord` throws
 */
export const lockFields = async ({ fields, ...args }: LockFieldsArgs): Promise<FieldLocks> =>
  await withRecord({ ...args, work: (held) => lockHeld({ fields, held }) })

type LockHeldArgs = { fields: readonly string[]; held: HeldRecord }

/** As `lockFields`, of a record that is held. */
export const lockHeld = async ({
  fields,
  held: { documentId, job, record, req },
}: LockHeldArgs): Promise<FieldLocks> => {
  const { clock, database, person = null, provider, resourceName: resource, shape } = job
  const paths = toUnits({ fields, held: { job } })
  const said = flatten({ document: record.base, shape })
  const toLock = (path: string): FieldLock => ({
    at: clock.now().toISOString(),
    ...(said.has(path) && { before: said.get(path) as FieldLock['before'] }),
    by: person,
  })
  const locks: FieldLocks = {
    ...Object.fromEntries(paths.map((path) => [path, toLock(path)])),
    // Who was first stays so.
    ...record.locks,
  }
  const { externalId } = record
  await saveLocks({ database, externalId, locks, provider: provider.name, req, resource })
  const conflicts = Object.entries(record.conflicts ?? {})
  const left = conflicts.filter(
    ([field]) => !paths.some((path) => field === path || field.startsWith(`${path}.`)),
  )
  if (left.length < conflicts.length) {
    await noteConflicts({ conflicts: Object.fromEntries(left), documentId, externalId, job, req })
  }
  return locks
}

type ToUnitsArgs = { fields: readonly string[]; held: Pick<HeldRecord, 'job'> }

/**
 * The fields with all that they are one with.
 *
 * @throws RefusedError `UNKNOWN_FIELD` for one that the collection does not have, or that says who the
 * document is
 */
export const toUnits = ({
  fields,
  held: {
    job: { collection, rules, shape },
  },
}: ToUnitsArgs): string[] => {
  const unknown = fields.find((path) => !shape.has(path) || OF_IDENTITY.has(path))
  if (unknown !== undefined) {
    throw new RefusedError({
      code: 'UNKNOWN_FIELD',
      message: `${collection} has no field "${unknown}" that could be locked.`,
    })
  }
  return [...new Set(fields.flatMap((path) => findUnit(rules, path)))].filter((path) =>
    shape.has(path),
  )
}

/** What no provider and no editor says. */
export const OF_IDENTITY: ReadonlySet<string> = new Set([
  '_status',
  'createdAt',
  'deletedAt',
  'externalId',
  'id',
  'provider',
  'updatedAt',
])
