type GiveUpOptions = {
  /** Whether a validator refuses a value, as Payload's own write will. @default false */
  isRefusal?: boolean
}

/**
 * Thrown where documents cannot be written directly after all: a validator refuses a value, a hook
 * returns what only Payload's own operations can deal with, a value is of an unforeseen kind. The
 * batch is written by these then, and Payload says what there is to say.
 */
export class GiveUpError extends Error {
  readonly isRefusal: boolean
  override name = 'GiveUpError'

  constructor(message: string, { isRefusal = false }: GiveUpOptions = {}) {
    super(message)
    this.isRefusal = isRefusal
  }
}
