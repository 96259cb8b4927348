import type { Payload } from 'payload'

import type { HealthChange } from '../../run/Health.js'
import type { HealthBook, TableSize } from '../../store/health/healthBook.js'

import { getSync } from '../../engine/Sync.js'
import { addEvent } from '../../store/events/addEvent.js'
import { readHealthBook, writeHealthBook } from '../../store/health/healthBook.js'
import { measureTables } from '../../store/health/measures/measureTables.js'
import { inTransaction } from '../../store/inTransaction.js'
import { lockTransaction } from '../../store/locks/lockTransaction.js'
import { compareReasons } from './compareReasons.js'
import { getHealth } from './getHealth.js'

const DAY_MS = 24 * 60 * 60_000

/** Whoever was an hour late yesterday measures in time today. */
const SIZE_STEP_MS = DAY_MS - 60 * 60_000

const SIZES_KEPT_MS = 8 * DAY_MS

/**
 * Looks how everything is and remembers it for all processes: what began since the last look of any
 * of them, what ended, what became worse. That is told as the event `health:changed`, in the
 * transaction that remembers it, so each change is told once however many look. `null` when nothing
 * changed.
 *
 * @throws Error when the database is away: what is wrong is told when it is back
 */
export const noteHealth = async ({
  payload,
}: {
  payload: Payload
}): Promise<HealthChange | null> => {
  const { clock, database, providers, subscribers } = getSync(payload)
  const { reasons: seen } = await getHealth({ payload })
  const reasons = seen.map(({ since: _since, ...reason }) => reason)
  const now = clock.now()
  const compare = ({ reasons: before }: HealthBook) =>
    compareReasons({ before, knows: (name) => providers.has(name), now, reasons })

  const book = await readHealthBook({ database })
  const isMeasured = !isDue({ now, sizes: book.sizes })
  if (!compare(book).isNews && isMeasured) {
    return null
  }
  const bytes = isMeasured ? undefined : await measureTables(database)
  return await inTransaction({
    database,
    work: async (req) => {
      await lockTransaction({ database, key: 'payload-plugin-sync:health', req })
      // Another process may have looked at the same moment.
      const locked = await readHealthBook({ database, req })
      const { after, change, isNews } = compare(locked)
      await writeHealthBook({
        book: {
          ...(isNews && { reasons: after }),
          ...(bytes !== undefined && { sizes: addSize({ bytes, now, sizes: locked.sizes }) }),
        },
        database,
        now,
        req,
      })
      if (change) {
        const event = {
          name: 'health:changed',
          cause: null,
          data: change,
          stream: 'health',
        } as const
        await addEvent({ database, event, req, subscribers })
      }
      return change
    },
  })
}

type SizesArgs = { now: Date; sizes: readonly TableSize[] }

const isDue = ({ now, sizes }: SizesArgs): boolean => {
  const last = sizes.at(-1)
  return last === undefined || now.getTime() - Date.parse(last.at) >= SIZE_STEP_MS
}

const addSize = ({ bytes, now, sizes }: { bytes: number } & SizesArgs): TableSize[] =>
  isDue({ now, sizes })
    ? [
        ...sizes.filter(({ at }) => now.getTime() - Date.parse(at) <= SIZES_KEPT_MS),
        { at: now.toISOString(), bytes },
      ]
    : [...sizes]
