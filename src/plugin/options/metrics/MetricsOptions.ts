import { z } from 'zod'

import type { AccessCheck } from '../SyncPluginOptions.js'

/** Who may read `GET /sync/metrics`, and the reasons of `GET /sync/health`, beside people. */
export type MetricsOptions = {
  /**
   * Whether a request may read the metrics. They tell of everybody's connections, in sums.
   *
   * @default nobody, but whoever has the secret
   */
  access?: AccessCheck
  /**
   * What Prometheus or a monitor sends as `Authorization: Bearer …`. It opens the metrics and the
   * reasons of the health, and nothing else.
   *
   * @default the environment variable `PAYLOAD_SYNC_METRICS_SECRET`
   */
  secret?: string
}

export type ResolvedMetrics = { access: AccessCheck | undefined; secret: string | undefined }

/** A short one can be tried out: the routes of monitors are not limited. */
const SHORTEST_SECRET = 16

const isFunction = (value: unknown): boolean => typeof value === 'function'

export const metricsSchema = z.strictObject({
  access: z.unknown().refine(isFunction, 'expected a function').optional(),
  secret: z.string().min(SHORTEST_SECRET).optional(),
})

/** The same with every default. */
export const resolveMetrics = ({ access, secret }: MetricsOptions = {}): ResolvedMetrics => ({
  access,
  secret: secret ?? (process.env.PAYLOAD_SYNC_METRICS_SECRET || undefined),
})
