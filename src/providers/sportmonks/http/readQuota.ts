import { z } from 'zod'

import type { HttpAnswer, Quota } from '../../../sdk/index.js'

const HOUR_MS = 60 * 60_000

/** Seen in every successful body of the recordings. */
const quotaBodySchema = z.looseObject({
  rate_limit: z.looseObject({
    remaining: z.number(),
    requested_entity: z.string(),
    resets_in_seconds: z.number().optional(),
  }),
})

/**
 * What is left of the hour for the entity that was asked for. Sportmonks counts per entity:
 * livescores and schedules draw on `Fixture`, squads on `PlayerTeam`. An answer that names no
 * entity (404, 422) was not counted and tells nothing.
 */
export const readQuota = ({ body, headers }: HttpAnswer): Quota[] => {
  const parsed = quotaBodySchema.safeParse(body)
  if (!parsed.success) {
    return []
  }
  const { remaining, requested_entity, resets_in_seconds } = parsed.data.rate_limit
  const limit = Number(headers.get('x-ratelimit-limit') || Number.NaN)
  return [
    {
      name: requested_entity,
      remaining,
      windowMs: HOUR_MS,
      ...(Number.isFinite(limit) && { limit }),
      // Told in whole seconds: the last one may not be over yet.
      ...(resets_in_seconds !== undefined && { resetsInMs: (resets_in_seconds + 1) * 1000 }),
    },
  ]
}
