import { SyncError } from './SyncError.js'

/** The code of a resource threw something of its own while it listed scopes or fetched a page. */
export class ResourceError extends SyncError {
  override readonly code = 'RESOURCE_FAILED'
  override readonly name = 'ResourceError'
}
