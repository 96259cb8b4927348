import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'

import type { SchedulePreview } from '../../../../sync/operations/schedules/previewSchedule.js'

import {
  forgetClashes,
  reviewClashes,
  tellClashes,
} from '../../../../sync/operations/schedules/issues/tellClashes.js'
import { tellDeleted, tellSaved } from '../../../../sync/operations/schedules/issues/tellSaved.js'
import { findAccess } from '../../../options/findAccess.js'
import { toScheduleSettings } from './toScheduleSettings.js'

type Saved = {
  enabled?: boolean | null
  id: number | string
  nextSlotAt?: null | string
  warnings?: null | SchedulePreview['conflicts']
}

/** Says in issues what speaks against a schedule as it was saved. */
export const noteScheduleIssues: CollectionAfterChangeHook = async ({
  doc,
  operation,
  previousDoc,
  req,
}) => {
  if (findAccess(req.payload)) {
    const { id, enabled, warnings } = doc as Saved
    const clashes = enabled ? (warnings ?? []) : []
    await tellClashes({ clashes, req, schedule: { ...toScheduleSettings(doc), id } })
    await reviewClashes({ req })
    await tellSaved({
      before: operation === 'create' ? null : (previousDoc as Saved),
      clashes,
      req,
      schedule: { ...(doc as Saved), ...toScheduleSettings(doc) },
    })
  }
  return doc as unknown
}

/** Closes the issues of a schedule that was deleted, and those that it was the reason for. */
export const closeScheduleIssues: CollectionAfterDeleteHook = async ({ id, doc, req }) => {
  if (findAccess(req.payload)) {
    await forgetClashes({ id, req, work: toScheduleSettings(doc) })
    await reviewClashes({ req })
    await tellDeleted({ req, schedule: { ...(doc as Saved), ...toScheduleSettings(doc), id } })
  }
}
