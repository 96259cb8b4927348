/** A command was called in a way it does not understand. The message says what it takes. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
}
