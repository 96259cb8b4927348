import { SyncError } from '../SyncError.js'

/**
 * An answer without records that could as well mean "no access" or "error". It is never an empty
 * list. A resource may catch it where the provider is known to say "nothing right now" in the
 * same words; such an end of a list proves nothing.
 */
export class EmptyAnswerError extends SyncError {
  override readonly code = 'EMPTY_ANSWER'
  override readonly name = 'EmptyAnswerError'
  override readonly reach = 'scope'
}
