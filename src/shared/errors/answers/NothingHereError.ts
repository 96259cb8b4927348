import { SyncError } from '../SyncError.js'

/** What was asked for is known to hold nothing. The scope ends there, and proves no absence. */
export class NothingHereError extends SyncError {
  override readonly code = 'NOTHING_HERE'
  override readonly name = 'NothingHereError'
  override readonly reach = 'scope'
}
