type StubRefusedErrorArgs = {
  cause: unknown
  collection: string
  /** What the stub says. */
  document: Record<string, unknown>
  externalId: string
  resource: string
}

/** The document that stands in for a record which nobody listed could not be created. */
export class StubRefusedError extends Error {
  readonly collection: string
  readonly document: Record<string, unknown>
  readonly externalId: string
  override readonly name = 'StubRefusedError'
  readonly resource: string

  constructor({ cause, collection, document, externalId, resource }: StubRefusedErrorArgs) {
    super(`The stub of ${resource} ${externalId} could not be stored.`, { cause })
    this.collection = collection
    this.document = document
    this.externalId = externalId
    this.resource = resource
  }
}
