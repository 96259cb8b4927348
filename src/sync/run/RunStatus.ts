/** Where a run stands. */
export const RUN_STATUSES = [
  'queued',
  'running',
  'completed',
  'partial',
  'failed',
  'cancelled',
] as const

export type RunStatus = (typeof RUN_STATUSES)[number]

/** A run that waits or works. */
export const ACTIVE_STATUSES = ['queued', 'running'] as const

export const isActive = ({ status }: { status: RunStatus }): boolean =>
  ACTIVE_STATUSES.some((active) => active === status)

/** How a run has ended that may have left something to do. */
export const RETRYABLE_STATUSES = ['cancelled', 'failed', 'partial'] as const

export const isRetryable = (status: unknown): status is (typeof RETRYABLE_STATUSES)[number] =>
  RETRYABLE_STATUSES.some((retryable) => retryable === status)

/** The legal moves. A status is written only where this table allows it. */
export const RUN_MOVES: Readonly<Record<RunStatus, readonly RunStatus[]>> = {
  cancelled: ['queued'],
  completed: [],
  failed: ['queued'],
  partial: ['queued'],
  queued: ['running', 'cancelled'],
  running: ['completed', 'partial', 'failed', 'cancelled', 'queued'],
}
