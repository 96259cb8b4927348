import type { Endpoint, PayloadRequest } from 'payload'

import { z } from 'zod'

import type { Sight } from '../../../sdk/connections/Sight.js'
import type { AccessCheck } from '../../options/SyncPluginOptions.js'

import { confirmAbsence } from '../../../sync/operations/records/absence/confirmAbsence.js'
import { listDeleted } from '../../../sync/operations/records/deleted/listDeleted.js'
import { restoreRecord } from '../../../sync/operations/records/deleted/restoreRecord.js'
import {
  decideConflicts,
  DECISIONS,
} from '../../../sync/operations/records/edit/decideConflicts.js'
import { lockFields } from '../../../sync/operations/records/edit/lockFields.js'
import { undoEdit } from '../../../sync/operations/records/edit/undo/undoEdit.js'
import { withUndo } from '../../../sync/operations/records/edit/undo/withUndo.js'
import { unlockFields } from '../../../sync/operations/records/edit/unlockFields.js'
import { getRecordReport } from '../../../sync/operations/records/getRecordReport.js'
import { parseInput } from '../InvalidInputError.js'
import { readBody } from '../readBody.js'
import { syncEndpoint } from '../syncEndpoint.js'

const recordSchema = {
  externalId: z.string().min(1),
  provider: z.string().min(1),
  resource: z.string().min(1),
}

const fieldsSchema = z.array(z.string().min(1)).min(1).max(1000)

const lockSchema = z.strictObject({ ...recordSchema, fields: fieldsSchema })

const decideSchema = z.strictObject({
  ...recordSchema,
  decision: z.enum(DECISIONS),
  fields: fieldsSchema.optional(),
})

type ActArgs<TSchema extends z.ZodType> = {
  access: AccessCheck
  act: (
    args: {
      payload: PayloadRequest['payload']
      req: PayloadRequest
      sight: Sight
    } & z.output<TSchema>,
  ) => Promise<unknown>
  path: string
  schema: TSchema
}

/** A route that does something with one record for whoever may change its document. */
const recordEndpoint = <TSchema extends z.ZodObject>({
  access,
  act,
  path,
  schema,
}: ActArgs<TSchema>): Endpoint =>
  syncEndpoint({
    access,
    answer: async (req, { sight }) => ({
      body: await act({
        ...parseInput(schema, await readBody(req)),
        payload: req.payload,
        req,
        sight,
      }),
    }),
    method: 'post',
    path: `/records${path}`,
  })

/** `POST /sync/records/lock`: no sync writes these fields any more. */
export const lockEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  recordEndpoint({
    access,
    act: async (args) => {
      const { fields } = args
      const { result: locks, undo } = await withUndo({
        fields,
        record: args,
        work: () => lockFields(args),
      })
      return { locks, undo }
    },
    path: '/lock',
    schema: lockSchema,
  })

/** `POST /sync/records/unlock`: syncs write these fields again. */
export const unlockEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  recordEndpoint({
    access,
    act: async (args) => {
      const { fields } = args
      const { result: locks, undo } = await withUndo({
        fields,
        record: args,
        work: () => unlockFields(args),
      })
      return { locks, undo }
    },
    path: '/unlock',
    schema: lockSchema,
  })

/** `POST /sync/records/decide`: whose value stays where both changed a field. */
export const decideEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  recordEndpoint({
    access,
    act: async (args) => {
      const { fields } = args
      const { result: decided, undo } = await withUndo({
        fields,
        record: args,
        work: () => decideConflicts(args),
      })
      return { decided, undo }
    },
    path: '/decide',
    schema: decideSchema,
  })

/** `POST /sync/records/undo`: takes back what one of the three above has just done. */
export const undoEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  recordEndpoint({
    access,
    act: async (args) => {
      await undoEdit(args)
      return { undone: true }
    },
    path: '/undo',
    schema: z.strictObject({ ...recordSchema, undo: z.string().min(1).max(5_000_000) }),
  })

/** `POST /sync/records/restore`: brings back a document that was deleted here. */
export const restoreEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  recordEndpoint({
    access,
    act: async (args) => ({ id: await restoreRecord(args) }),
    path: '/restore',
    schema: z.strictObject(recordSchema),
  })

const deletedSchema = z.object({
  collection: z.string().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(10),
  page: z.coerce.number().int().min(1).default(1),
  provider: z.string().optional(),
  resource: z.string().optional(),
})

/** `GET /sync/deleted`: records whose documents people have deleted here. */
export const deletedEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload, searchParams }, { sight }) => {
      const { limit, page, ...filter } = parseInput(deletedSchema, Object.fromEntries(searchParams))
      return { body: await listDeleted({ filter, limit, page, payload, sight }) }
    },
    method: 'get',
    path: '/deleted',
  })

/** `POST /sync/issues/:id/confirm`: what a scope lacked is gone for good. */
export const confirmAbsenceEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async (req, { sight }) => ({
      body: await confirmAbsence({
        issueId: String(req.routeParams?.id),
        payload: req.payload,
        req,
        sight,
      }),
    }),
    method: 'post',
    path: '/issues/:id/confirm',
  })

/** `GET /sync/records`: what is known of one record. */
export const recordReportEndpoint = ({ access }: { access: AccessCheck }): Endpoint =>
  syncEndpoint({
    access,
    answer: async ({ payload, searchParams }, { sight }) => ({
      body: await getRecordReport({
        ...parseInput(z.object(recordSchema), Object.fromEntries(searchParams)),
        payload,
        sight,
      }),
    }),
    method: 'get',
    path: '/records',
  })
