import { SyncError } from '../SyncError.js'

/** A whole answer has a shape nobody expected. Nothing of it is stored. */
export class InvalidAnswerError extends SyncError {
  override readonly code = 'INVALID_ANSWER'
  override readonly name = 'InvalidAnswerError'
}
