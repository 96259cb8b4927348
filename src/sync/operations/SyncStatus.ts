import type { SyncMode } from '../../sdk/index.js'
import type { Run } from '../run/Run.js'

/** One resource of a provider as the status shows it. */
export type ResourceStatus = {
  /** The queued or running run, if there is one. */
  activeRun: null | Run
  /** Slug of the collection its records are stored in. */
  collection: string
  consecutiveFailures: number
  /** The newest run that has ended. */
  lastRun: null | Run
  /** When the newest completed run ended. */
  lastSuccessAt: null | string
  modes: SyncMode[]
  name: string
  openIssues: number
  /** How many records of it are stored. */
  stored: number
}

export type ProviderStatus = {
  label: string
  name: string
  /** What is missing before this provider can be asked; runs are refused while there is any. */
  problems: string[]
  /** In dependency order. */
  resources: ResourceStatus[]
}

/** What runs, what ran, and how fresh everything is. */
export type SyncStatus = {
  providers: ProviderStatus[]
  /** The newest runs, newest first; ten at most. */
  recentRuns: Run[]
}
