/**
 * Somebody else stored the same thing a moment ago, so that what was read before is not true any
 * more. The same work succeeds when it is begun anew.
 */
export class MovedError extends Error {
  /** What Postgres calls it when it finds out by itself: `serialization_failure`. */
  readonly code = '40001'

  constructor() {
    super('Somebody else stored the same record a moment ago.')
    this.name = 'MovedError'
  }
}
