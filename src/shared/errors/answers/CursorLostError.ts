import { SyncError } from '../SyncError.js'

/** The cursor of a page is not valid any more. The scope is read again from its first page. */
export class CursorLostError extends SyncError {
  override readonly code = 'CURSOR_LOST'
  override readonly name = 'CursorLostError'
  override readonly reach = 'scope'
}
