import { SyncError } from '../SyncError.js'

/** The provider does not know what was asked for. */
export class NotFoundError extends SyncError {
  override readonly code = 'NOT_FOUND'
  override readonly name = 'NotFoundError'
  override readonly reach = 'scope'
}
