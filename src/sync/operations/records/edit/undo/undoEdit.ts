import type { RecordArgs } from '../withRecord.js'
import type { Snapshot } from './takeSnapshot.js'
import type { Undo } from './withUndo.js'

import { RefusedError } from '../../../../../shared/errors/index.js'
import { noteConflicts } from '../../../../engine/conflicts/noteConflicts.js'
import { flatten } from '../../../../engine/merge/flatten.js'
import { saveLocks } from '../../../../store/records/conflicts/saveLocks.js'
import { readHeld } from '../readHeld.js'
import { withRecord } from '../withRecord.js'
import { writeHeld } from '../writeHeld.js'
import { takeSnapshot } from './takeSnapshot.js'
import { openUndo } from './withUndo.js'

/** A person is offered it for ten seconds; the rest is for slow networks. */
const LONGEST_MS = 120_000

export type UndoEditArgs = { undo: string } & RecordArgs

/**
 * Takes back what a person has just decided, locked or unlocked: the document, the locks and the
 * conflicts are as they were before. What is written is written in the person's name.
 *
 * @throws RefusedError `CHANGED_SINCE` when it is too late, or anything changed since, and what
 * `withRecord` throws
 */
export const undoEdit = async ({ undo, ...args }: UndoEditArgs): Promise<void> => {
  const done = readUndo({ record: args, undo })
  const paths = Object.keys(done.before.said)
  const isChanged = (path: string): boolean =>
    toText(done.before.values[path]) !== toText(done.after.values[path])
  const changed = Object.keys(done.before.values).filter(isChanged)

  await withRecord({
    ...args,
    holdsDocument: true,
    work: async (held) => {
      const { job } = held
      const { at, by } = done
      const isOwn = toText(by) === toText(job.person ?? null)
      const isInTime = job.clock.now().getTime() - Date.parse(at) <= LONGEST_MS
      const now = await takeSnapshot({ fields: paths, held })
      if (!isOwn || !isInTime || toText(toComparable(now)) !== toText(toComparable(done.after))) {
        throw tooLate()
      }
      if (changed.length > 0) {
        const { document, isDraft, locale } = await readHeld(held)
        const current = flatten({ document, locale, shape: job.shape })
        const changes = new Map(changed.map((path) => [path, done.before.values[path] as unknown]))
        await writeHeld({ asker: args.req, changes, current, held, isDraft })
      }
      await restore({ done, held })
    },
  })
}

type RestoreArgs = { done: Undo; held: Parameters<Parameters<typeof withRecord>[0]['work']>[0] }

const restore = async ({ done, held }: RestoreArgs): Promise<void> => {
  const { documentId, job, record, req } = held
  const { database, provider, resourceName: resource } = job
  const { externalId } = record
  const { conflicts, locks } = done.before
  await saveLocks({ database, externalId, locks, provider: provider.name, req, resource })
  await noteConflicts({ conflicts, documentId, externalId, job, req })
}

const readUndo = ({ record, undo }: { record: RecordArgs; undo: string }): Undo => {
  try {
    return openUndo({ record, undo })
  } catch {
    throw tooLate()
  }
}

const tooLate = (): RefusedError =>
  new RefusedError({
    code: 'CHANGED_SINCE',
    message: 'This cannot be undone any more: something has changed since.',
  })

/** The moments of a lock are compared with the rest: one that was set again is another. */
const toComparable = ({ conflicts, locks, said, values }: Snapshot): unknown => [
  sorted(conflicts),
  sorted(locks),
  sorted(said),
  sorted(values),
]

const sorted = (values: object): [string, unknown][] =>
  Object.entries(values).sort(([one], [other]) => one.localeCompare(other))

/** As the database keeps JSON: keys in the order of their names. */
const toText = (value: unknown): string =>
  JSON.stringify(value, (_key, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(sorted(held))
      : held,
  ) ?? 'undefined'
