import type { z } from 'zod'

import { isSyncError, SyncError } from '../../shared/errors/index.js'

type Problem = { field: string; message: string }

/** A request's body or query does not have the shape a route takes: one problem per field. */
export class InvalidInputError extends SyncError {
  override readonly code = 'INVALID_INPUT'
  override readonly name = 'InvalidInputError'
  readonly problems: Problem[]

  constructor(problems: Problem[]) {
    super(problems.map(({ field, message }) => `${field}: ${message}`).join('; '))
    this.problems = problems
  }
}

/** Whether a request was refused for its shape. */
export const isInvalidInputError = (value: unknown): value is InvalidInputError =>
  isSyncError(value, 'INVALID_INPUT')

/** What a schema makes of outside input. @throws InvalidInputError when it does not fit */
export const parseInput = <TSchema extends z.ZodType>(
  schema: TSchema,
  input: unknown,
): z.output<TSchema> => {
  const parsed = schema.safeParse(input)
  if (parsed.success) {
    return parsed.data
  }
  throw new InvalidInputError(
    parsed.error.issues.flatMap((issue) => {
      const field = issue.path.map(String).join('.')
      return issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => ({ field: key, message: `${key} is not a field of this route` }))
        : [{ field, message: field ? `${field}: ${issue.message}` : issue.message }]
    }),
  )
}
