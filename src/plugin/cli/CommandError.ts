import { SyncError } from '../../shared/errors/index.js'

/** A command was called in a way it does not understand. The message says what it takes. */
export class CommandError extends SyncError {
  override readonly code = 'COMMAND_INVALID'
  override readonly name = 'CommandError'
}
