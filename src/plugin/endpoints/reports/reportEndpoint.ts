import type { Endpoint } from 'payload'

import { z } from 'zod'

import type { SyncReport } from '../../../sync/operations/reports/getReport.js'
import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import { getReport, getScheduleFigures } from '../../../sync/operations/reports/getReport.js'
import { toReportCsv } from '../../../sync/operations/reports/toReportCsv.js'
import { getSchedule } from '../../../sync/operations/schedules/getSchedule.js'
import { InvalidInputError, parseInput } from '../InvalidInputError.js'
import { syncEndpoint } from '../syncEndpoint.js'

const querySchema = z.object({
  format: z.enum(['csv', 'json']).default('json'),
  from: z.string().optional(),
  to: z.string().optional(),
})

/** `GET /sync/report`: what ran in a time, how it went and what it cost, as JSON or CSV. */
export const reportEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload, searchParams }, { sight }) => {
      const { format, from, to } = parseInput(querySchema, Object.fromEntries(searchParams))
      const report = await getReport({ from, payload, sight, to }).catch(refuseRange)
      return format === 'json' ? { body: report } : toCsvResponse(report)
    },
    method: 'get',
    path: '/report',
  })

const refuseRange = (error: unknown): never => {
  if (error instanceof RangeError) {
    const field = error.message.startsWith('to ') ? 'to' : 'from'
    throw new InvalidInputError([{ field, message: error.message }])
  }
  throw error
}

const toCsvResponse = (report: SyncReport): Response => {
  const name = `sync-report-${report.from.slice(0, 10)}-${report.to.slice(0, 10)}.csv`
  return new Response(toReportCsv(report), {
    headers: {
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename="${name}"`,
      'Content-Type': 'text/csv; charset=utf-8',
    },
  })
}

const periodSchema = z.object({ from: z.string().optional(), to: z.string().optional() })

/** `GET /sync/schedules/:id/stats`: what the runs of one schedule come to. */
export const scheduleStatsEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload, routeParams, searchParams }, { sight }) => {
      const { from, to } = parseInput(periodSchema, Object.fromEntries(searchParams))
      const schedule = await getSchedule({ id: String(routeParams?.id), payload, sight })
      const figures = await getScheduleFigures({
        id: schedule.id,
        from,
        payload,
        sight,
        to,
      }).catch(refuseRange)
      return { body: { ...figures, schedule } }
    },
    method: 'get',
    path: '/schedules/:id/stats',
  })
