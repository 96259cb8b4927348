/** A control request that cannot be done; the message tells the caller what to change. */
export class ControlError extends Error {
  override readonly name = 'ControlError'
}
