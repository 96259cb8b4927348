import type { Endpoint, PayloadHandler } from 'payload'

import { z } from 'zod'

import { isSyncError } from '../../../shared/errors/index.js'
import { tickAndDrain } from '../../../sync/runtime/tickAndDrain.js'
import { hasBearer } from '../hasBearer.js'
import { isInvalidInputError, parseInput } from '../InvalidInputError.js'

const MOST_SECONDS = 3600

const querySchema = z.object({
  // A platform's cron gives a request a minute or so.
  seconds: z.coerce.number().int().min(0).max(MOST_SECONDS).default(50),
})

const refuse = (status: number, code: string, message: string): Response =>
  Response.json({ errors: [{ code, message }] }, { status })

const handler: PayloadHandler = async ({ headers, payload, searchParams }) => {
  const secret = process.env.CRON_SECRET
  if (!secret) {
    return refuse(503, 'NOT_CONFIGURED', 'Set the environment variable CRON_SECRET to use this.')
  }
  if (!hasBearer({ headers, secret })) {
    return refuse(401, 'UNAUTHENTICATED', 'Send "Authorization: Bearer" with the CRON_SECRET.')
  }
  try {
    const { seconds } = parseInput(querySchema, Object.fromEntries(searchParams))
    const { failed, quiet, runs, skipped, unfinished } = await tickAndDrain({
      budgetMs: seconds * 1000,
      payload,
    })
    const toWork = ({ id, mode, provider, resource }: (typeof runs)[number]) => ({
      id,
      mode,
      provider,
      resource,
    })
    return Response.json(
      { failed, quiet, runs: runs.map(toWork), skipped, unfinished: unfinished.map(toWork) },
      { headers: { 'Cache-Control': 'no-store' } },
    )
  } catch (error) {
    if (isInvalidInputError(error)) {
      return refuse(400, error.code, error.message)
    }
    if (isSyncError(error, 'WORKERS_REFUSED')) {
      // The runs are queued; on this database connection nobody can work on them.
      return refuse(503, error.code, error.message)
    }
    throw error
  }
}

/** `POST /sync/tick`, and `GET` for platforms whose cron can do no other: one turn of the sync. */
export const tickEndpoints: readonly Endpoint[] = (['get', 'post'] as const).map((method) => ({
  handler,
  method,
  path: '/sync/tick',
}))
