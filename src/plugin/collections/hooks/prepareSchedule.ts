import type { CollectionBeforeChangeHook } from 'payload'

import { ValidationError } from 'payload'

import { checkSchedule } from '../../../sync/operations/checkSchedule.js'
import { isSyncOn } from '../../../sync/operations/isSyncOn.js'
import { hasSameSlots } from '../../../sync/schedule/hasSameSlots.js'
import { toTitle } from '../../../sync/schedule/toTitle.js'
import { toConflictText } from '../../translations/toConflictText.js'
import { toTranslate } from '../../translations/toTranslate.js'
import { toScheduleSettings } from './toScheduleSettings.js'

/** Refuses a schedule that cannot work, and says when one that can will fire first. */
export const prepareSchedule: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const schedule = toScheduleSettings({ ...originalDoc, ...data })
  const prepared = {
    ...data,
    origin: operation === 'create' ? 'admin' : originalDoc?.origin,
    title: toTitle(schedule),
  }
  // With the plugin switched off there is nobody to judge it, and nobody to fire it.
  if (!isSyncOn(req.payload)) {
    return prepared
  }
  const id = originalDoc?.id as number | string | undefined
  const { conflicts, nextSlots, problems } = await checkSchedule({
    id,
    payload: req.payload,
    req,
    schedule,
  })
  const t = toTranslate(req.t)
  const errors = [
    ...problems.map(({ field, message }) => ({ message, path: field })),
    ...conflicts
      .filter(({ level }) => level === 'error')
      .map((conflict) => ({ message: toConflictText({ conflict, t }), path: 'frequency' })),
  ]
  if (errors.length > 0) {
    throw new ValidationError({ id, collection: collection.slug, errors, req }, req.t)
  }
  const isOn = schedule.enabled && !originalDoc?.retiredAt
  const isAsDue = originalDoc && hasSameSlots(schedule, toScheduleSettings(originalDoc))
  // A slot that is due stays due when something else is edited.
  const next = (isAsDue && (originalDoc.nextSlotAt as null | string)) || nextSlots[0]
  return {
    ...prepared,
    lastError: null,
    nextSlotAt: (isOn ? next : undefined) ?? null,
    warnings: conflicts,
  }
}
