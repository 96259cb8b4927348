import type { SyncMode } from '../../../sdk/index.js'
import type { Health } from '../../run/Health.js'
import type { Run } from '../../run/Run.js'
import type { BreakerState } from '../../store/breakers/findBreakers.js'
import type { QuotaState } from '../../store/quotas/findQuotas.js'
import type { OwnConnection } from './listOwnConnections.js'

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
  /** An issue may stand for many. */
  recordsWithIssues: number
  /** Names of the resources that should be in place first. */
  references: string[]
  /** How many records of it are stored. */
  stored: number
  /** Name of the resource whose failure keeps it from succeeding; `null` when there is none. */
  waitsFor: null | string
}

/** What is left of one budget of a provider's requests, for all processes together. */
export type QuotaStatus = Pick<QuotaState, 'limit' | 'name' | 'remaining' | 'resetsAt' | 'usedUpAt'>

/** Whether a provider is asked at all. */
export type BreakerStatus = Pick<BreakerState, 'reason' | 'state' | 'until'>

export type ProviderStatus = {
  breaker: BreakerStatus
  /** What people may choose to sync, as the provider names it. Absent where there is no choice. */
  choices?: string[]
  /**
   * Those that people entered and whoever asks may know of, those that need somebody first. Absent
   * where nobody enters any.
   */
  connections?: OwnConnection[]
  /** Whether runs are taken: with one connection at least nothing is missing. */
  isReady: boolean
  label: string
  name: string
  /** What is missing before this provider can be asked with all of its connections. */
  problems: string[]
  /** The budgets of which anything is known, by name. */
  quotas: QuotaStatus[]
  /** Whether its records come in files that people bring. Absent where they do not. */
  readsFiles?: true
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
