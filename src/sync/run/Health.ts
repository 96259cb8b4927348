/** From good to bad. */
export const HEALTH_LEVELS = ['HEALTHY', 'WARNING', 'CRITICAL'] as const

export type HealthLevel = (typeof HEALTH_LEVELS)[number]

/** Why everything is not well. The words for each, and what to do, are in the translations. */
export const HEALTH_CODES = [
  'BREAKER_OPEN',
  'CACHE_SKIPPED',
  'CLOCK_OFF',
  'CONNECTION_DEACTIVATED',
  'CONNECTION_REFUSED',
  'CONSENT_ENDED',
  'CONSENT_ENDS',
  'CREDENTIALS_REFUSED',
  'DATABASE_AWAY',
  'DATABASE_SLOW',
  'FAILING',
  'INCOMPLETE',
  'MANY_INVALID',
  'MANY_ISSUES',
  'NOT_CONFIGURED',
  'NO_CLOCK',
  'NO_WORKER',
  'POOL_BUSY',
  'POOL_EXHAUSTED',
  'PROVIDER_DOWN',
  'QUEUE_BEHIND',
  'QUOTA_ENDS',
  'QUOTA_LOW',
  'QUOTA_SPENT',
  'SLOTS_LATE',
  'STALE',
  'TABLES_GROW',
  'TABLES_MISSING',
  'TURNED_AWAY',
  'WORKER_SILENT',
] as const

export type HealthCode = (typeof HEALTH_CODES)[number]

/** What only the process that looks can see; another one may be well at the same moment. */
export const LOCAL_CODES: readonly HealthCode[] = [
  'CACHE_SKIPPED',
  'CLOCK_OFF',
  'DATABASE_AWAY',
  'DATABASE_SLOW',
  'POOL_BUSY',
  'POOL_EXHAUSTED',
]

export type HealthReason = {
  code: HealthCode
  level: Exclude<HealthLevel, 'HEALTHY'>
  /** Name of the provider it is about; `null` when it is about the machinery. */
  provider: null | string
  /** Resources it is about, in the order of the provider. Empty when it is about all of them. */
  resources: string[]
  /** When a process that works or ticks saw it first, ISO 8601. Absent until one did. */
  since?: string
  /** What the words are filled in with. */
  values: Record<string, number | string>
}

export type Health = {
  level: HealthLevel
  /** The worst first. Empty when everything is well. */
  reasons: HealthReason[]
}

/** What became different between two looks. */
export type HealthChange = {
  /** When it was seen, ISO 8601. */
  at: string
  /** Reasons that were not there before. */
  began: HealthReason[]
  /** Reasons that are gone, as they were. */
  ended: HealthReason[]
  level: HealthLevel
  levelBefore: HealthLevel
  /** Reasons that were warnings and are critical now. */
  worsened: HealthReason[]
}

/**
 * What makes a reason the same one at the next look, whatever its figures are by then. Unique among
 * the reasons of one look.
 */
export const toReasonKey = ({
  code,
  provider,
  values: { connection, lane, quota, reason },
}: Pick<HealthReason, 'code' | 'provider' | 'values'>): string =>
  [code, provider ?? '', connection ?? lane ?? quota ?? (code === 'NOT_CONFIGURED' ? reason : '')]
    .map(String)
    .join('/')

/** The level that reasons come to. */
export const toLevel = (reasons: readonly Pick<HealthReason, 'level'>[]): HealthLevel =>
  HEALTH_LEVELS.toReversed().find((level) => reasons.some((reason) => reason.level === level)) ??
  'HEALTHY'
