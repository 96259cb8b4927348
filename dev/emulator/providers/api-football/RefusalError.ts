import type { Json } from '../../json.js'

/**
 * A request the provider refuses, which it says with status 200 and a filled `errors`. A test has no
 * other way to tell it from an empty list.
 */
export class RefusalError extends Error {
  /** An object by cause; the provider's own mistakes come as a list. */
  readonly errors: Json
  /** Whether it costs a request of the quota all the same. */
  readonly isCounted: boolean
  override readonly name = 'RefusalError'

  constructor({ errors, isCounted }: { errors: Record<string, string>; isCounted: boolean }) {
    super(Object.values(errors).join(' '))
    this.errors = errors
    this.isCounted = isCounted
  }
}

/** The `Team` in "The Team field…": parameters are named with a capital in messages. */
export const fieldName = (parameter: string): string =>
  parameter.charAt(0).toUpperCase() + parameter.slice(1)

/** A parameter that does not pass. */
export const refuseParameter = ({
  parameter,
  problem,
}: {
  parameter: string
  /** What follows "The X field". */
  problem: string
}): RefusalError =>
  new RefusalError({
    errors: { [parameter]: `The ${fieldName(parameter)} field ${problem}` },
    isCounted: true,
  })
