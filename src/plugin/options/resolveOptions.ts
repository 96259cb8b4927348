import { z } from 'zod'

import type { Provider } from '../../sdk/index.js'
import type { Clock } from '../../shared/clock.js'
import type { ResourceRules } from '../../sync/engine/rules/ResourceRules.js'
import type { BeforeWrite } from '../../sync/run/BeforeWrite.js'
import type { ConfigSchedule } from '../../sync/schedule/ConfigSchedule.js'
import type { ConfigVersion } from '../../sync/schedule/ConfigVersion.js'
import type { Retention } from '../../sync/store/retention/PRUNED.js'
import type { Slugs } from './collectionKeys.js'
import type { OnChange, OnRunEnd } from './EventOptions.js'
import type { FileOptions } from './files/FileOptions.js'
import type { ResolvedLimits } from './limits/LimitOptions.js'
import type { LiveOptions } from './live/LiveOptions.js'
import type { ResolvedMetrics } from './metrics/MetricsOptions.js'
import type { NotificationOptions } from './notifications/NotificationOptions.js'
import type { ContentCollection } from './resolveContent.js'
import type { AccessCheck, SyncPluginOptions } from './SyncPluginOptions.js'

import { systemClock } from '../../shared/clock.js'
import { OptionsError } from '../../shared/errors/index.js'
import { DEFAULT_QUEUE_SCHEMA } from '../../sync/store/health/QUEUE_SCHEMAS.js'
import { canEnterAdmin } from './canEnterAdmin.js'
import { MACHINERY_KEYS } from './collectionKeys.js'
import { denyAll } from './denyAll.js'
import { fileOptionsSchema, resolveFileOptions } from './files/FileOptions.js'
import { resolveLimits } from './limits/LimitOptions.js'
import { limitsSchema } from './limits/limitsSchema.js'
import { liveSchema } from './live/liveSchema.js'
import { metricsSchema, resolveMetrics } from './metrics/MetricsOptions.js'
import { notificationsSchema } from './notifications/notificationsSchema.js'
import { findOptionProblems } from './problems/findOptionProblems.js'
import { providerSchema } from './problems/providerSchema.js'
import { scheduleSchema } from './problems/scheduleSchema.js'
import { resolveContent } from './resolveContent.js'
import { resolveSchedules } from './resolveSchedules.js'
import { resolveRetention, retentionSchema } from './retention/RetentionOptions.js'
import { resolveRules } from './rules/resolveRules.js'
import {
  onLocalDeleteSchema,
  onMissingSchema,
  policySchema,
  resourcesSchema,
} from './rules/ruleSchemas.js'
import { findVersion, versionSchema } from './version/findVersion.js'

/** The options with every default filled in. */
export type ResolvedOptions = {
  absence: { after: number; maxShare: number }
  access: {
    connections: AccessCheck
    manage: AccessCheck
    trigger: AccessCheck
    view: AccessCheck
  }
  batchSize: number
  beforeWrite: BeforeWrite | undefined
  clock: Clock
  collections: NonNullable<SyncPluginOptions['collections']>
  /** Every collection of the providers' kits, filled or not. */
  content: readonly ContentCollection[]
  database: { directUrl: string | undefined }
  enabled: boolean
  files: Required<FileOptions>
  limits: ResolvedLimits
  live: LiveOptions | undefined
  metrics: ResolvedMetrics
  notifications: NotificationOptions | undefined
  onChange: OnChange | undefined
  onRunEnd: OnRunEnd | undefined
  order: number
  providers: readonly Provider[]
  queue: { schema: string }
  quota: { liveReserve: number }
  retention: Retention
  retries: number
  /** By `provider.resource`. */
  rules: ReadonlyMap<string, ResourceRules>
  scheduler: { enabled: 'auto' | boolean; perConnection: number; perOwner: number }
  schedules: readonly ConfigSchedule[]
  slugs: Slugs
  version: ConfigVersion | undefined
  worker: {
    concurrency: { bulk: number; live: number }
    enabled: 'auto' | boolean
    overall: number
    perConnection: number
    perOwner: number
    sliceMs: number
    stallLimitMs: number
  }
}

const isFunction = (value: unknown): boolean => typeof value === 'function'

const functionSchema = z.unknown().refine(isFunction, 'expected a function').optional()

const concurrency = z.int().min(1).max(50).optional()

/** What Postgres keeps for itself, and where the project's own tables are by default. */
const RESERVED_SCHEMAS = /^(?:pg_.*|information_schema|public)$/

const schemaName = z
  .string()
  .regex(/^[a-z_][a-z0-9_]{0,62}$/, 'expected lower-case letters, digits and "_", 63 at most')
  .refine((name) => !RESERVED_SCHEMAS.test(name), 'expected a schema of the queue alone')

const optionsSchema = z.strictObject({
  absence: z
    .strictObject({
      after: z.int().min(1).optional(),
      maxShare: z.number().min(0).max(1).optional(),
      onMissing: onMissingSchema.optional(),
    })
    .optional(),
  access: z
    .strictObject({
      connections: functionSchema,
      manage: functionSchema,
      trigger: functionSchema,
      view: functionSchema,
    })
    .optional(),
  batchSize: z.int().min(1).max(1000).optional(),
  beforeWrite: functionSchema,
  clock: z.looseObject({ now: z.custom(isFunction, 'expected a function') }).optional(),
  collections: z
    .record(
      z.string(),
      z.strictObject({ slug: z.string().min(1).optional(), overrides: functionSchema }).optional(),
    )
    .optional(),
  database: z.strictObject({ directUrl: z.string().min(1).optional() }).optional(),
  enabled: z.boolean().optional(),
  files: fileOptionsSchema.optional(),
  kits: z
    .record(z.string(), z.strictObject({ publicRead: z.boolean().optional() }).optional())
    .optional(),
  limits: limitsSchema.optional(),
  live: liveSchema.optional(),
  metrics: metricsSchema.optional(),
  notifications: notificationsSchema.optional(),
  onChange: functionSchema,
  onLocalDelete: onLocalDeleteSchema.optional(),
  onRunEnd: functionSchema,
  order: z.number().optional(),
  policy: policySchema.optional(),
  providers: z.array(providerSchema),
  queue: z.strictObject({ schema: schemaName.optional() }).optional(),
  quota: z.strictObject({ liveReserve: z.number().min(0).max(0.9).optional() }).optional(),
  resources: resourcesSchema.optional(),
  retention: retentionSchema.optional(),
  retries: z.int().min(0).max(100).optional(),
  scheduler: z
    .strictObject({
      enabled: z.union([z.boolean(), z.literal('auto')]).optional(),
      perConnection: z.int().min(1).max(10_000).optional(),
      perOwner: z.int().min(1).max(10_000).optional(),
      proposed: z.boolean().optional(),
    })
    .optional(),
  schedules: z.array(scheduleSchema).optional(),
  version: versionSchema.optional(),
  worker: z
    .strictObject({
      concurrency: z.strictObject({ bulk: concurrency, live: concurrency }).optional(),
      enabled: z.union([z.boolean(), z.literal('auto')]).optional(),
      overall: z.int().min(1).max(1000).optional(),
      perConnection: z.int().min(1).max(50).optional(),
      perOwner: z.int().min(1).max(1000).optional(),
      sliceMs: z.int().min(100).optional(),
      stallLimitMs: z.int().min(1000).optional(),
    })
    .optional(),
})

const toSlugs = (options: Pick<SyncPluginOptions, 'collections'> | undefined) =>
  Object.fromEntries(
    MACHINERY_KEYS.map((key) => [key, options?.collections?.[key]?.slug ?? key]),
  ) as ResolvedOptions['slugs']

/**
 * Checks the options and fills in every default. The caller's object is left as it is; a value of
 * `undefined` counts as not given.
 *
 * @throws OptionsError that lists every problem at once
 */
export const resolveOptions = (options: SyncPluginOptions): ResolvedOptions => {
  const problems = findOptionProblems({ options, schema: optionsSchema })
  if (problems.length > 0) {
    throw new OptionsError({ problems })
  }

  const {
    absence,
    access,
    batchSize,
    beforeWrite,
    clock,
    collections = {},
    database,
    enabled,
    onChange,
    onRunEnd,
    order,
    queue,
    quota,
    retries,
    scheduler,
    worker,
  } = options
  return {
    absence: { after: absence?.after ?? 3, maxShare: absence?.maxShare ?? 0.5 },
    access: {
      connections: access?.connections ?? denyAll,
      manage: access?.manage ?? canEnterAdmin,
      trigger: access?.trigger ?? canEnterAdmin,
      view: access?.view ?? canEnterAdmin,
    },
    batchSize: batchSize ?? 500,
    beforeWrite,
    clock: clock ?? systemClock,
    collections: { ...collections },
    content: resolveContent({ collections, kits: options.kits, providers: options.providers }),
    database: { directUrl: database?.directUrl ?? (process.env.DIRECT_URL || undefined) },
    enabled: enabled ?? true,
    files: resolveFileOptions(options.files),
    limits: resolveLimits(options.limits),
    live: options.live,
    metrics: resolveMetrics(options.metrics),
    notifications: options.notifications,
    onChange,
    onRunEnd,
    // Before plugins without an order, which act on the collections that they find.
    order: order ?? -10,
    providers: [...options.providers],
    queue: { schema: queue?.schema ?? DEFAULT_QUEUE_SCHEMA },
    quota: { liveReserve: quota?.liveReserve ?? 0.2 },
    retention: resolveRetention(options.retention),
    retries: retries ?? 5,
    rules: resolveRules(options),
    scheduler: {
      enabled: scheduler?.enabled ?? 'auto',
      perConnection: scheduler?.perConnection ?? 100,
      perOwner: scheduler?.perOwner ?? 20,
    },
    schedules: resolveSchedules({
      hasDefaults: scheduler?.proposed ?? true,
      providers: options.providers,
      schedules: options.schedules ?? [],
    }),
    slugs: toSlugs(options),
    version: findVersion({ option: options.version }),
    worker: {
      concurrency: { bulk: worker?.concurrency?.bulk ?? 2, live: worker?.concurrency?.live ?? 1 },
      enabled: worker?.enabled ?? 'auto',
      overall: worker?.overall ?? 10,
      perConnection: worker?.perConnection ?? 1,
      perOwner: worker?.perOwner ?? 2,
      sliceMs: worker?.sliceMs ?? 300_000,
      stallLimitMs: worker?.stallLimitMs ?? 60_000,
    },
  }
}
