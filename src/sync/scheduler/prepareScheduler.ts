import type { Payload } from 'payload'

import type { Sync } from '../engine/Sync.js'

import { seedSchedules } from '../store/schedules/seedSchedules.js'

/** Instances whose schedules have been brought to the database by this process. */
const prepared = new WeakMap<Payload, Promise<void>>()

/** Brings the schedules of the config to the database, once per instance. */
export const prepareScheduler = async ({
  clock,
  database,
  payload,
  schedules,
}: Sync): Promise<void> => {
  let preparing = prepared.get(payload)
  if (!preparing) {
    preparing = seedSchedules({ database, now: clock.now(), schedules })
    prepared.set(payload, preparing)
    // A database that was away is tried again at the next call.
    preparing.catch(() => prepared.delete(payload))
  }
  await preparing
}
