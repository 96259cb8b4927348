import { z } from 'zod'

import { InvalidAnswerError } from '../../../shared/errors/index.js'

type ParseAnswerArgs<TSchema> = {
  body: unknown
  clean: (text: string) => string
  path: string
  provider: string
  schema: TSchema
}

/**
 * What a provider answered, as the schema says it is.
 *
 * @throws InvalidAnswerError that names what differs
 */
export const parseAnswer = <TSchema extends z.ZodType>({
  body,
  clean,
  path,
  provider,
  schema,
}: ParseAnswerArgs<TSchema>): z.output<TSchema> => {
  const parsed = schema.safeParse(body)
  if (!parsed.success) {
    throw new InvalidAnswerError(
      clean(
        `${provider} answered ${path} in a shape this plugin does not know, so nothing of it was ` +
          `stored: ${z.prettifyError(parsed.error).slice(0, 500)}`,
      ),
    )
  }
  return parsed.data
}
