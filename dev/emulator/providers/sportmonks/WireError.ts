import type { Row } from '../../json.js'

/** A request the provider refuses. Not counted by the rate limit. */
export class WireError extends Error {
  readonly body: Row
  override readonly name = 'WireError'
  readonly status: number

  constructor({ body, status }: { body: { message: string } & Row; status: number }) {
    super(body.message)
    this.body = body
    this.status = status
  }
}

const LINK = 'https://docs.sportmonks.com/football/api/error-codes'

/**
 * The refusals with a `code`. The codes are documented; the HTTP statuses of 5001, 5003, 5006 and
 * 5008 are our guess within the documented 4xx.
 */
export const codedError = ({
  code,
  message,
  status,
}: {
  code: number
  message: string
  status: number
}): WireError => new WireError({ body: { code, link: LINK, message }, status })

export const unknownEndpoint = (): WireError =>
  new WireError({ body: { message: 'The requested endpoint does not exist' }, status: 404 })

export const unauthenticated = (): WireError =>
  new WireError({
    body: { error: 'Unauthenticated.', message: 'Please provide a valid API token' },
    status: 401,
  })

/** A parameter that does not pass: status 422 with the field and what is wrong with it. */
export const invalidParameter = ({
  field,
  problem,
}: {
  field: string
  problem: string
}): WireError =>
  new WireError({
    body: { errors: { [field]: [problem] }, message: 'The given data was invalid.' },
    status: 422,
  })
