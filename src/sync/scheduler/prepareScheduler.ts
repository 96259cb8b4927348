import type { Payload } from 'payload'

import type { Sync } from '../engine/Sync.js'

import { toEnglishNames } from '../../sdk/names/toEnglishNames.js'
import { seedSchedules } from '../store/schedules/seedSchedules.js'

/** How often a process says again what its config has, for others with another config. */
const REPEAT_MS = 3 * 60_000

type Prepared = { at: number; done: Promise<void> }

/** Instances whose schedules have been brought to the database by this process. */
const prepared = new WeakMap<Payload, Prepared>()

/**
 * Brings the schedules of the config to the database, and says now and then that they are wanted.
 */
export const prepareScheduler = async ({
  clock,
  database,
  payload,
  providers,
  schedules,
  version,
}: Sync): Promise<void> => {
  const now = clock.now()
  let last = prepared.get(payload)
  if (!last || Math.abs(now.getTime() - last.at) >= REPEAT_MS) {
    const names = toEnglishNames(providers)
    const done = seedSchedules({ database, names, now, schedules, version })
    last = { at: now.getTime(), done }
    prepared.set(payload, last)
    // A database that was away is tried again at the next call.
    last.done.catch(() => prepared.delete(payload))
  }
  await last.done
}
