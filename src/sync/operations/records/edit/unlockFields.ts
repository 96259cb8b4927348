import type { JsonObject, JsonValue } from '../../../../shared/json.js'
import type { FieldLocks } from '../../../store/records/conflicts/OpenConflict.js'
import type { WaitingWord } from '../../../store/records/waiting/WaitingWord.js'
import type { LockFieldsArgs } from './lockFields.js'
import type { HeldRecord } from './withRecord.js'

import { hashDocument } from '../../../engine/batch/prepareRecords.js'
import { flatten, unflatten } from '../../../engine/merge/flatten.js'
import { isSameValue } from '../../../engine/merge/isSameValue.js'
import { findReferences } from '../../../engine/write/findReferences.js'
import { saveLocks } from '../../../store/records/conflicts/saveLocks.js'
import { storeWaiting } from '../storeWaiting.js'
import { toUnits } from './lockFields.js'
import { withRecord } from './withRecord.js'

/**
 * Unlocks fields of a document. What the provider said of them meanwhile is merged now, as if it had
 * only just been said: a field that nobody edited follows the provider again, in the others the
 * policy decides. While somebody else has the document open, that waits. Returns the locks that are
 * left.
 *
 * @throws RefusedError `UNKNOWN_FIELD`, and what `withRecord` throws
 */
export const unlockFields = async ({ fields, ...args }: LockFieldsArgs): Promise<FieldLocks> => {
  const { isReopened, job, locks } = await withRecord({
    ...args,
    work: async (held) => ({ job: held.job, ...(await unlock({ fields, held })) }),
  })
  if (isReopened) {
    await storeWaiting({ externalId: args.externalId, job })
  }
  return locks
}

type UnlockArgs = { fields: readonly string[]; held: HeldRecord }

const unlock = async ({ fields, held }: UnlockArgs) => {
  const { job, newestAt, record, req } = held
  const { clock, database, provider, resource, resourceName, shape } = job
  const { base, externalId } = record
  const paths = new Set(toUnits({ fields, held }))
  const locks = Object.fromEntries(
    Object.entries(record.locks).filter(([path]) => !paths.has(path)),
  )
  const said = flatten({ document: base, shape })
  const before = new Map(said)
  for (const [path, lock] of Object.entries(record.locks)) {
    const field = shape.get(path)
    if (!paths.has(path) || !field || !said.has(path)) {
      continue
    }
    if (lock.before === undefined) {
      before.delete(path)
    } else if (!isSameValue({ a: lock.before, b: said.get(path), field })) {
      before.set(path, lock.before)
    }
  }
  const isReopened = [...said].some(([path, value]) => before.get(path) !== value)
  const word: WaitingWord = {
    document: base,
    hash: hashDocument({ document: base, resource }),
    references: findReferences(base),
    run: null,
    saidAt: (newestAt ?? clock.now()).toISOString(),
    scope: null,
  }
  await saveLocks({
    database,
    externalId,
    locks,
    provider: provider.name,
    reopened: isReopened
      ? { base: unflatten(before as Map<string, JsonValue>) as JsonObject, word }
      : undefined,
    req,
    resource: resourceName,
  })
  return { isReopened, locks }
}
