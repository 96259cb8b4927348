import type { CollectionBeforeDeleteHook } from 'payload'

import { APIError } from 'payload'

import { toTranslate } from '../../../translations/toTranslate.js'

const CONFLICT = 409

/** A schedule of the config would come back with the next start, so it cannot go. */
export const keepConfigSchedule: CollectionBeforeDeleteHook = async ({ id, collection, req }) => {
  const schedule = await req.payload.findByID({
    id,
    collection: collection.slug,
    depth: 0,
    disableErrors: true,
    req,
  })
  if (schedule?.origin === 'config' && !schedule.retiredAt) {
    throw new APIError(toTranslate(req.t)('schedules:keepConfig'), CONFLICT, null, true)
  }
}
