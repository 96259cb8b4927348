import { SyncError } from '../SyncError.js'

/** The pages of a scope lead in a circle, or there are more than there can be. */
export class EndlessPagesError extends SyncError {
  override readonly code = 'ENDLESS_PAGES'
  override readonly name = 'EndlessPagesError'
  override readonly reach = 'scope'
}
