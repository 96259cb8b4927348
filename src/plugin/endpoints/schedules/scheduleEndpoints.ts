import type { Endpoint } from 'payload'

import { z } from 'zod'

import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import { DEFAULT_CONNECTION } from '../../../sdk/connections/Connection.js'
import { SYNC_MODES } from '../../../sdk/index.js'
import { findScheduledConnection } from '../../../sync/operations/schedules/findScheduledConnection.js'
import { listScheduleClashes } from '../../../sync/operations/schedules/listScheduleClashes.js'
import { previewSchedule } from '../../../sync/operations/schedules/previewSchedule.js'
import { resetSchedule } from '../../../sync/operations/schedules/resetSchedule.js'
import { runSchedule } from '../../../sync/operations/schedules/runSchedule.js'
import { DEFAULT_PRIORITY, PRIORITIES } from '../../../sync/run/Run.js'
import { DEFAULT_TIMEZONE, FREQUENCIES } from '../../../sync/schedule/Schedule.js'
import { toCron } from '../../../sync/schedule/slots/toCron.js'
import { describeCron } from '../../translations/describe/describeCron.js'
import { toClashText } from '../../translations/describe/toClashText.js'
import { toNames } from '../../translations/toNames.js'
import { toTranslate } from '../../translations/toTranslate.js'
import { parseInput } from '../InvalidInputError.js'
import { readBody } from '../readBody.js'
import { syncEndpoint } from '../syncEndpoint.js'

type EndpointArgs = { access: AccessCheck }

/** A form holds an empty text where nothing was entered. */
const optional = <TSchema extends z.ZodType>(schema: TSchema) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())

const number = (min: number, max: number) => optional(z.int().min(min).max(max))

const scheduleSchema = z.object({
  id: z.union([z.string().min(1), z.int()]).optional(),
  catchUp: z.boolean().default(true),
  connection: z.preprocess(
    (value) => (value === '' ? null : value),
    z.string().min(1).nullable().default(DEFAULT_CONNECTION),
  ),
  cron: optional(z.string()),
  enabled: z.boolean().default(true),
  frequency: z.enum(FREQUENCIES),
  hour: number(0, 23),
  minute: number(0, 59),
  mode: z.enum(SYNC_MODES),
  monthDay: number(1, 28),
  note: optional(z.string()),
  priority: z.enum(PRIORITIES).default(DEFAULT_PRIORITY),
  provider: z.string().min(1),
  resource: optional(z.string()),
  timezone: z.string().min(1).default(DEFAULT_TIMEZONE),
  weekday: number(0, 6),
})

/** `GET /sync/schedules/conflicts`: what speaks against the schedules as they are. */
export const conflictsEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ i18n, payload, t }, { sight }) => {
      const clashes = await listScheduleClashes({ payload, sight })
      const names = toNames(i18n)
      const translate = toTranslate(t)
      return {
        body: {
          conflicts: clashes.map((clash) => ({
            ...clash,
            message: toClashText({ clash, names, t: translate }),
          })),
        },
      }
    },
    method: 'get',
    path: '/schedules/conflicts',
  })

/** `POST /sync/schedules/check`: what would come of a schedule if it were saved. */
export const previewScheduleEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async (req, { sight }) => {
      const { id, ...given } = parseInput(scheduleSchema, await readBody(req))
      const { payload } = req
      const schedule = { ...given, connection: findScheduledConnection({ ...given, payload }) }
      const preview = await previewSchedule({ id, payload, schedule, sight })
      const names = toNames(req.i18n)
      const t = toTranslate(req.t)
      return {
        body: {
          ...preview,
          conflicts: preview.conflicts.map((clash) => ({
            ...clash,
            message: toClashText({ clash, names, t }),
          })),
          description:
            preview.problems.length > 0
              ? null
              : describeCron({ cron: toCron(schedule), language: req.i18n.language }),
        },
      }
    },
    method: 'post',
    path: '/schedules/check',
  })

/** `POST /sync/schedules/:id/run`: queues now what a schedule would at its next slot. */
export const runScheduleEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload, routeParams, user }, { sight }) => {
      const runs = await runSchedule({
        id: String(routeParams?.id),
        initiatedBy: user && { id: user.id, collection: user.collection },
        payload,
        sight,
        trigger: 'manual',
      })
      return { body: { runs }, status: 202 }
    },
    method: 'post',
    path: '/schedules/:id/run',
  })

/** `POST /sync/schedules/:id/reset`: gives a schedule of the config its own values back. */
export const resetScheduleEndpoint = ({ access }: EndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload, routeParams }, { sight }) => {
      await resetSchedule({ payload, scheduleId: String(routeParams?.id), sight })
      return { body: { message: 'The schedule is as the config has it.' } }
    },
    method: 'post',
    path: '/schedules/:id/reset',
  })
