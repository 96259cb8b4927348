/** From good to bad. */
export const HEALTH_LEVELS = ['HEALTHY', 'WARNING', 'CRITICAL'] as const

export type HealthLevel = (typeof HEALTH_LEVELS)[number]

/** Why everything is not well. The words for each, and what to do, are in the translations. */
export const HEALTH_CODES = [
  'BREAKER_OPEN',
  'CACHE_SKIPPED',
  'CONNECTION_DEACTIVATED',
  'CONNECTION_REFUSED',
  'CONSENT_ENDED',
  'CONSENT_ENDS',
  'CREDENTIALS_REFUSED',
  'FAILING',
  'INCOMPLETE',
  'MANY_ISSUES',
  'NOT_CONFIGURED',
  'NO_CLOCK',
  'NO_WORKER',
  'POOL_EXHAUSTED',
  'PROVIDER_DOWN',
  'QUOTA_LOW',
  'QUOTA_SPENT',
  'STALE',
  'TURNED_AWAY',
  'WORKER_SILENT',
] as const

export type HealthCode = (typeof HEALTH_CODES)[number]

export type HealthReason = {
  code: HealthCode
  level: Exclude<HealthLevel, 'HEALTHY'>
  /** Name of the provider it is about; `null` when it is about the machinery. */
  provider: null | string
  /** Resources it is about, in the order of the provider. Empty when it is about all of them. */
  resources: string[]
  /** What the words are filled in with. */
  values: Record<string, number | string>
}

export type Health = {
  level: HealthLevel
  /** The worst first. Empty when everything is well. */
  reasons: HealthReason[]
}
