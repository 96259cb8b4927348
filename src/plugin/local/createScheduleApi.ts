import type { Payload, PayloadRequest } from 'payload'

import type { Schedule } from '../../sync/schedule/Schedule.js'
import type { ResolvedOptions } from '../options/resolveOptions.js'
import type { ScheduleApi } from './ScheduleApi.js'

import { resolveScheduleIssue } from '../../sync/operations/issues/resolveScheduleIssue.js'
import { getReport, getScheduleFigures } from '../../sync/operations/reports/getReport.js'
import { findConnectionOf } from '../../sync/operations/schedules/findConnectionOf.js'
import { getSchedule, getSchedulesSlug } from '../../sync/operations/schedules/getSchedule.js'
import { listSchedules } from '../../sync/operations/schedules/listSchedules.js'
import { runSchedule } from '../../sync/operations/schedules/runSchedule.js'
import { requireAccess } from './requireAccess.js'

type CreateScheduleApiArgs = {
  access: ResolvedOptions['access']
  payload: Payload
  toPerson: (req: PayloadRequest | undefined) => Parameters<typeof runSchedule>[0]['initiatedBy']
}

/** The part of `getSync` that is about schedules and what came of them. */
export const createScheduleApi = ({
  access,
  payload,
  toPerson,
}: CreateScheduleApiArgs): ScheduleApi => {
  /** Payload's own access decides, and its hooks check. */
  const toOptions = (req: PayloadRequest | undefined) => ({
    collection: getSchedulesSlug(payload),
    depth: 0,
    overrideAccess: req === undefined,
    req,
  })
  const find = async ({ id, req }: { id: Schedule['id']; req?: PayloadRequest | undefined }) => {
    const sight = await requireAccess({ access, req, to: 'view' })
    return { schedule: await getSchedule({ id, payload, sight }), sight }
  }
  const update: ScheduleApi['updateSchedule'] = async ({ id, req, ...data }) => {
    await find({ id, req })
    await payload.update({ ...toOptions(req), id, data })
    return await getSchedule({ id, payload })
  }
  return {
    createSchedule: async ({ connection, provider, req, ...settings }) => {
      const sight = await requireAccess({ access, req, to: 'view' })
      const meant = await findConnectionOf({ connection, payload, provider, sight })
      const { id } = await payload.create({ ...toOptions(req), data: { ...settings, ...meant } })
      return await getSchedule({ id, payload })
    },
    deleteSchedule: async ({ id, req }) => {
      await find({ id, req })
      await payload.delete({ ...toOptions(req), id })
    },
    getScheduleStats: async ({ id, from, req, to }) => {
      const { schedule, sight } = await find({ id, req })
      return { ...(await getScheduleFigures({ id, from, payload, sight, to })), schedule }
    },
    pauseSchedule: ({ id, req }) => update({ id, enabled: false, ...(req && { req }) }),
    report: async ({ from, req, to } = {}) => {
      const sight = await requireAccess({ access, req, to: 'view' })
      return await getReport({ from, payload, sight, to })
    },
    resolveIssue: async ({ id, req }) => {
      const sight = await requireAccess({ access, req, to: 'view' })
      await resolveScheduleIssue({ id, payload, sight })
    },
    resumeSchedule: ({ id, req }) => update({ id, enabled: true, ...(req && { req }) }),
    runSchedule: async ({ id, req }) => {
      const sight = await requireAccess({ access, req, to: 'trigger' })
      return await runSchedule({ id, initiatedBy: toPerson(req), payload, sight, trigger: 'api' })
    },
    schedules: async ({ provider, req } = {}) => {
      const sight = await requireAccess({ access, req, to: 'view' })
      return await listSchedules({ payload, sight, ...(provider !== undefined && { provider }) })
    },
    updateSchedule: update,
  }
}
