import type { Endpoint, PayloadRequest } from 'payload'

import type { Sight } from '../../sdk/connections/Sight.js'
import type { Refusal } from '../../shared/errors/index.js'
import type { AccessCheck } from '../options/SyncPluginOptions.js'

import { FileRefusedError, isRefusedError, isSyncError } from '../../shared/errors/index.js'
import { serveSync } from '../../sync/runtime/serveSync.js'
import { readSight } from '../collections/readSight.js'
import { isInvalidInputError } from './InvalidInputError.js'

type SyncEndpointArgs = {
  access: AccessCheck
  /** Parses, calls one operation and returns what to answer: a body for JSON, or all of it. */
  answer: (req: PayloadRequest, asker: Asker) => Answer | Promise<Answer>
  method: Endpoint['method']
  /** Below `/sync`. */
  path: string
}

/** What is known of whoever asks. */
type Asker = {
  /** Whose connections they may know of, with all that comes of them. */
  sight: Sight
}

type Answer = { body: unknown; status?: number } | Response

type ErrorBody = { code: string; fault?: string; field?: string; message: string }

const REFUSAL_STATUSES: Readonly<Record<Refusal, number>> = {
  CHANGED_SINCE: 409,
  CHOSEN_IN_CONFIG: 409,
  DELETED_HERE: 409,
  DRAFT_IN_WORK: 409,
  IMPORT_UNAVAILABLE: 400,
  MODE_UNAVAILABLE: 400,
  NO_DEFAULT: 409,
  NOT_ALLOWED: 403,
  NOTHING_TO_RETRY: 409,
  PROVIDER_NOT_CONFIGURED: 409,
  REFRESH_UNAVAILABLE: 400,
  RUN_ENDED: 409,
  UNKNOWN_CHANNEL: 404,
  UNKNOWN_CHOICE: 400,
  UNKNOWN_COLLECTION: 404,
  UNKNOWN_CONNECTION: 404,
  UNKNOWN_FIELD: 400,
  UNKNOWN_FILE: 404,
  UNKNOWN_ISSUE: 404,
  UNKNOWN_PROVIDER: 404,
  UNKNOWN_RECORD: 404,
  UNKNOWN_RESOURCE: 404,
  UNKNOWN_RUN: 404,
  UNKNOWN_SCHEDULE: 404,
}

const toErrors = (status: number, errors: ErrorBody[]): Response =>
  Response.json({ errors }, { status })

/** A REST route of the plugin: authorises, answers, and turns what was refused into a status. */
export const syncEndpoint = ({ access, answer, method, path }: SyncEndpointArgs): Endpoint => ({
  handler: async (req) => {
    if (!req.user) {
      return toErrors(401, [{ code: 'UNAUTHENTICATED', message: 'Sign in first.' }])
    }
    if (!(await access({ req }))) {
      return toErrors(403, [
        { code: 'FORBIDDEN', message: 'You are not allowed to perform this action.' },
      ])
    }
    await serveSync({ payload: req.payload })
    try {
      const answered = await answer(req, { sight: await readSight({ req }) })
      if (answered instanceof Response) {
        return answered
      }
      const { body, status = 200 } = answered
      return Response.json(body, { headers: { 'Cache-Control': 'no-store' }, status })
    } catch (error) {
      if (isInvalidInputError(error)) {
        return toErrors(
          400,
          error.problems.map((problem) => ({ code: error.code, ...problem })),
        )
      }
      if (isRefusedError(error)) {
        const { code, message } = error
        return toErrors(REFUSAL_STATUSES[code], [{ code, message }])
      }
      if (isSyncError(error, 'FILE_REFUSED')) {
        const { code, message } = error
        const fault = error instanceof FileRefusedError ? error.fault : undefined
        return toErrors(422, [{ code, ...(fault && { fault }), message }])
      }
      if (isSyncError(error)) {
        // The provider's failure, not ours and not the asker's.
        const { code, message } = error
        return toErrors(502, [{ code, message }])
      }
      throw error
    }
  },
  method,
  path: `/sync${path}`,
})
