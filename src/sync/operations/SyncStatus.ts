import type { SyncMode } from '../../sdk/index.js'
import type { Run } from '../run/Run.js'
import type { Health } from './health/Health.js'

/** One resource of a provider as the status shows it. */
export type ResourceStatus = {
  /** The running run, or else the one queued first, if there is one. */
  activeRun: null | Run
  /** Whether a single record can be fetched from the provider. */
  canRefresh: boolean
  /** Slug of the collection its records are stored in. */
  collection: string
  consecutiveFailures: number
  /** By when a success is promised, ISO 8601. Absent where no schedule promises any. */
  freshUntil?: string
  /** The newest run that has ended. */
  lastRun: null | Run
  /** When the newest completed run ended. */
  lastSuccessAt: null | string
  modes: SyncMode[]
  name: string
  /** When a schedule starts it next, ISO 8601. Absent where none does. */
  nextSlotAt?: string
  openIssues: number
  /** How many records of it are stored. */
  stored: number
}

/** One budget of requests as the provider last told it. */
export type QuotaStatus = {
  /** When it is used up at the pace of late, ISO 8601. Absent when that is after the reset. */
  emptyAt?: string
  limit?: number
  name: string
  remaining: number
  /** When it is full again, ISO 8601. */
  resetsAt?: string
}

/** A breaker that lets no request through, or only one to try. */
export type BreakerStatus = {
  /** Why it opened, in words. */
  reason?: string
  /** When a request is tried again, ISO 8601. */
  retryAt?: string
  state: 'closed' | 'halfOpen' | 'open'
}

export type ProviderStatus = {
  /** Absent while nothing was asked yet. */
  breaker?: BreakerStatus
  label: string
  name: string
  /** What is missing before this provider can be asked; runs are refused while there is any. */
  problems: string[]
  /** Absent while the provider has told none. */
  quotas?: QuotaStatus[]
  /** In dependency order. */
  resources: ResourceStatus[]
}

/** What runs, what ran, and how fresh everything is. */
export type SyncStatus = {
  /** Queued and running runs, newest first. */
  activeRuns: Run[]
  health: Health
  /** The moment this speaks of, by the server's clock. ISO 8601. */
  now: string
  providers: ProviderStatus[]
  /** The newest runs, newest first; ten at most. */
  recentRuns: Run[]
}
