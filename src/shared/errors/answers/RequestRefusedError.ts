import { SyncError } from '../SyncError.js'

/** The provider understood the request and says it is wrong. Repeating it does not help. */
export class RequestRefusedError extends SyncError {
  override readonly code = 'REQUEST_REFUSED'
  override readonly name = 'RequestRefusedError'
}
