import type { HttpQuery, ResourceContext } from '../../../sdk/index.js'

import { InvalidAnswerError } from '../../../sdk/index.js'
import { listSchema } from './answerSchemas.js'

type FetchWholeArgs = {
  /** What is asked for, in words: `players of team abc`. */
  asked: string
  path: string
  query?: HttpQuery
} & Pick<ResourceContext, 'http' | 'signal'>

/**
 * A list that comes at once.
 *
 * @throws InvalidAnswerError when it is said to have more than came
 */
export const fetchWhole = async ({
  asked,
  http,
  path,
  query,
  signal,
}: FetchWholeArgs): Promise<unknown[]> => {
  const { data, totalElements: total } = await http.get(path, {
    ...(query && { query }),
    schema: listSchema,
    signal,
  })
  if (typeof total === 'number' && total > data.length) {
    throw new InvalidAnswerError(
      `PrestoSports says that there are ${total} ${asked}, and sent ${data.length}.`,
    )
  }
  return data
}
