import type { Run } from '../../sync/run/Run.js'

/** How a run has ended that may have left something to do; the server decides for itself. */
const RETRYABLE: readonly Run['status'][] = ['cancelled', 'failed', 'partial']

export const isRetryable = ({ status }: Pick<Run, 'status'>): boolean => RETRYABLE.includes(status)
