import { SyncError } from '../SyncError.js'

/** The credentials are right, but what was asked for is not part of the subscription. */
export class AccessDeniedError extends SyncError {
  override readonly code = 'ACCESS_DENIED'
  override readonly name = 'AccessDeniedError'
  override readonly reach = 'scope'
}
