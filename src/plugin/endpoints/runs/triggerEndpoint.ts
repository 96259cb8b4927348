import type { Endpoint } from 'payload'

import { z } from 'zod'

import type { ResolvedLimits } from '../../options/limits/LimitOptions.js'
import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import { SYNC_MODES } from '../../../sdk/index.js'
import { takeTriggers } from '../../../sync/operations/limits/takeTriggers.js'
import { startRun } from '../../../sync/operations/runs/startRun.js'
import { PRIORITIES } from '../../../sync/run/Run.js'
import { parseInput } from '../InvalidInputError.js'
import { tooMany } from '../limits/tooMany.js'
import { readBody } from '../readBody.js'
import { syncEndpoint } from '../syncEndpoint.js'

/** `type: "FULL"` is what an earlier plugin called `mode: "full"`; both are taken. */
const modeSchema = z.preprocess(
  (value) => (typeof value === 'string' ? value.toLowerCase() : value),
  z.enum(SYNC_MODES),
)

const bodySchema = z
  .strictObject({
    type: modeSchema.optional(),
    connection: z.string().min(1).optional(),
    mode: modeSchema.optional(),
    priority: z.enum(PRIORITIES).optional(),
    provider: z.string().min(1).optional(),
    resource: z.string().min(1).optional(),
  })
  .refine(({ type, mode }) => !mode || !type || mode === type, {
    error: 'contradicts mode',
    path: ['type'],
  })
  // An empty request starts nothing: all providers are meant by whoever says what to do with them.
  .refine(({ type, mode, provider }) => provider ?? mode ?? type, {
    error: 'is needed where neither type nor mode is given',
    path: ['provider'],
  })
  .refine(({ connection, provider }) => connection === undefined || provider !== undefined, {
    error: 'is one of a provider, which is not given',
    path: ['connection'],
  })

type TriggerEndpointArgs = { access: AccessCheck; limits: ResolvedLimits }

/** `POST /sync/trigger`: queues runs. */
export const triggerEndpoint = ({ access, limits }: TriggerEndpointArgs): Endpoint =>
  syncEndpoint({
    access,
    answer: async (req, { sight }) => {
      const { type, ...body } = parseInput(bodySchema, await readBody(req))
      const mode = body.mode ?? type ?? 'full'
      const { giveBack, refusal } = await takeTriggers({
        mode,
        payload: req.payload,
        perHour: limits.triggersPerHour,
        provider: body.provider,
        resource: body.resource,
        sight,
      })
      if (refusal) {
        return tooMany(refusal)
      }
      const runs = await startRun({
        ...body,
        initiatedBy: req.user && { id: req.user.id, collection: req.user.collection },
        mode,
        payload: req.payload,
        sight,
        // The admin view says so; everybody else is a script.
        trigger: req.headers.get('x-sync-trigger') === 'manual' ? 'manual' : 'api',
      }).catch(async (error: unknown) => {
        await giveBack()
        throw error
      })
      return {
        body: {
          type: mode.toUpperCase(),
          message: `${runs.length} ${runs.length === 1 ? 'run is' : 'runs are'} queued.`,
          runs: runs.map(({ id, connection, provider, resource, status }) => ({
            id,
            connection,
            provider,
            resource,
            status,
          })),
          success: true,
          syncLogId: runs[0]?.id,
        },
        status: 202,
      }
    },
    method: 'post',
    path: '/trigger',
  })
