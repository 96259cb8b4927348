type RefusedErrorArgs = {
  /** `error_description`, as the sign-in service has it. */
  description?: string
  message: string
  status: number
}

/** An answer that is no good answer, with the status and body the provider gives. */
export class RefusedError extends Error {
  readonly body: Record<string, string>
  override readonly name = 'RefusedError'
  readonly status: number

  constructor({ description, message, status }: RefusedErrorArgs) {
    super(message)
    this.status = status
    this.body =
      description === undefined ? { message } : { error: message, error_description: description }
  }
}
