import { z } from 'zod'

import type {
  Cursor,
  FetchOneArgs,
  FetchPageArgs,
  FoundRecord,
  HttpQuery,
  JsonObject,
} from '../../../sdk/index.js'

import { InvalidAnswerError } from '../../../sdk/index.js'
import { answerSchema } from './answerSchema.js'

const pageCursorSchema = z.strictObject({ page: z.int().min(2) })

type FetchListArgs = {
  /** Absent where a list always comes whole. */
  cursor?: Cursor | undefined
  path: string
  query?: HttpQuery
} & Pick<FetchPageArgs<JsonObject>, 'http' | 'signal'>

type List = {
  next: undefined | z.output<typeof pageCursorSchema>
  rows: unknown[]
}

/**
 * One page of a list. Only players come in pages today; the others say "page 1 of 1", and would be
 * followed if they ever said otherwise.
 *
 * @throws InvalidAnswerError for another page than the one that was asked for
 */
export const fetchList = async ({
  cursor,
  http,
  path,
  query,
  signal,
}: FetchListArgs): Promise<List> => {
  const page = cursor === undefined ? 1 : pageCursorSchema.parse(cursor).page
  const { paging, response } = await http.get(path, {
    query: { ...query, ...(page > 1 && { page }) },
    schema: answerSchema,
    signal,
  })
  if (paging.current !== page) {
    throw new InvalidAnswerError(
      `API-Football was asked for page ${page} of ${path} and answered with page ` +
        `${paging.current}. The sync stops here instead of leaving a gap.`,
    )
  }
  return { next: page < paging.total ? { page: page + 1 } : undefined, rows: response }
}

type FetchRowArgs = { path: string } & Pick<FetchOneArgs, 'externalId' | 'http' | 'signal'>

/**
 * One record by its id, as the list of one that the provider makes of it. `null` for an empty one.
 */
export const fetchRow = async ({
  externalId,
  path,
  ...args
}: FetchRowArgs): Promise<FoundRecord | null> => {
  const {
    rows: [record],
  } = await fetchList({ ...args, path, query: { id: externalId } })
  return record === undefined ? null : { record }
}
