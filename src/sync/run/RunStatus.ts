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

/** Partial runs whose error is one of these have read all there is: what is left are records. */
const READ_CODES: readonly unknown[] = ['RECORDS_INVALID', 'SUSPICIOUS_ABSENCE']

type MayBeRetriedArgs = { error: { code: string } | null; status: RunStatus }

/** Whether a run has ended without having read everything. */
export const mayBeRetried = ({ error, status }: MayBeRetriedArgs): boolean =>
  isRetryable(status) && !(status === 'partial' && READ_CODES.includes(error?.code))

/** The legal moves, from a status to the next. A run begins as `queued`. */
const MOVES: Readonly<Record<RunStatus, readonly RunStatus[]>> = {
  cancelled: ['queued'],
  completed: [],
  failed: ['queued'],
  partial: ['queued'],
  // Failed, where no process knows its resource.
  queued: ['running', 'cancelled', 'failed'],
  running: ['completed', 'partial', 'failed', 'cancelled', 'queued'],
}

/**
 * Answers the move it is given when the table allows it. Whoever writes a status takes from the
 * answer what the row has to be (`from`) and what it becomes (`to`).
 *
 * @throws Error for a move that is not in the table: a mistake of the code that asks
 */
export const assertMove = <From extends RunStatus, To extends RunStatus>(move: {
  from: From
  to: To
}): { from: From; to: To } => {
  if (!MOVES[move.from].includes(move.to)) {
    throw new Error(`A ${move.from} run cannot become ${move.to}.`)
  }
  return move
}
