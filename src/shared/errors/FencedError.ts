import { SyncError } from './SyncError.js'

/**
 * The run's row no longer is where this worker left it: another worker has taken the run over, or
 * the database lost this worker's last commit. The worker must stop; nothing of its batch stays.
 */
export class FencedError extends SyncError {
  override readonly code = 'FENCED'
  override readonly name = 'FencedError'

  constructor({ runId }: { runId: number | string }) {
    super(`Run ${runId} is not this worker's any more. Its last batch was not stored.`)
  }
}
