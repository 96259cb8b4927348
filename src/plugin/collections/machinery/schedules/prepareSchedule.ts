import type { CollectionBeforeChangeHook } from 'payload'

import { ValidationError } from 'payload'

import type { ScheduleSettings } from '../../../../sync/schedule/Schedule.js'

import { SYNC_MODES } from '../../../../sdk/index.js'
import { findScheduledConnection } from '../../../../sync/operations/schedules/findScheduledConnection.js'
import { tellRefused } from '../../../../sync/operations/schedules/issues/tellClashes.js'
import { previewSchedule } from '../../../../sync/operations/schedules/previewSchedule.js'
import { FREQUENCIES } from '../../../../sync/schedule/Schedule.js'
import { hasSameSlots } from '../../../../sync/schedule/slots/hasSameSlots.js'
import { findAccess } from '../../../options/findAccess.js'
import { toClashText } from '../../../translations/describe/toClashText.js'
import { toNames } from '../../../translations/toNames.js'
import { toTranslate } from '../../../translations/toTranslate.js'
import { readSight } from '../../readSight.js'
import { toScheduleSettings } from './toScheduleSettings.js'

/** Refuses a schedule that cannot work, and says when one that can will fire first. */
export const prepareSchedule: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const given = toScheduleSettings({ ...originalDoc, ...data })
  const connection = findScheduledConnection({ ...given, payload: req.payload })
  const schedule = { ...given, connection }
  const prepared = {
    ...data,
    connection,
    origin: operation === 'create' ? 'admin' : originalDoc?.origin,
  }
  // With the plugin switched off there is nobody to judge it, and nobody to fire it. What is no
  // schedule at all is refused by the fields themselves, which are asked after this.
  if (!findAccess(req.payload) || !isSchedule(schedule)) {
    return prepared
  }
  const id = originalDoc?.id as number | string | undefined
  const { conflicts, nextSlots, problems } = await previewSchedule({
    id,
    payload: req.payload,
    req,
    schedule,
    sight: await readSight({ req }),
  })
  const names = toNames(req.i18n)
  const t = toTranslate(req.t)
  const errors = [
    ...problems.map(({ field, message }) => ({
      message,
      // The expression of a preset is nothing that anybody entered.
      path: field === 'cron' && schedule.frequency !== 'cron' ? 'frequency' : field,
    })),
    ...conflicts
      .filter(({ level }) => level === 'error')
      .map((clash) => ({ message: toClashText({ clash, names, t }), path: 'frequency' })),
  ]
  if (errors.length > 0) {
    const refused = conflicts.filter(({ level }) => level === 'error')
    if (refused.length > 0) {
      await tellRefused({ clashes: refused, req, schedule })
    }
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

const isSchedule = ({ frequency, mode, provider, timezone }: ScheduleSettings): boolean =>
  FREQUENCIES.includes(frequency) &&
  SYNC_MODES.includes(mode) &&
  [provider, timezone].every(Boolean)
