import type { FieldHook } from 'payload'

import { findNextSlot } from '../../../../sync/schedule/slots/slots.js'
import { toScheduleSettings } from './toScheduleSettings.js'

/**
 * A live schedule stays due in the database while nothing is live. People are shown when it is
 * looked at next.
 */
export const showNextSlot: FieldHook = ({ data, value }) => {
  const now = new Date()
  if (data?.mode !== 'live' || typeof value !== 'string' || new Date(value) > now) {
    return value as unknown
  }
  return findNextSlot({ after: now, timing: toScheduleSettings(data) })?.toISOString() ?? null
}
