import { SyncError } from '../SyncError.js'

/** This process cannot work on the queue with the database connection it has. */
export class WorkersRefusedError extends SyncError {
  override readonly code = 'WORKERS_REFUSED'
  override readonly name = 'WorkersRefusedError'
}
