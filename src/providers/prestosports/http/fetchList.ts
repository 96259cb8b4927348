import { z } from 'zod'

import type { FetchPageArgs, HttpQuery, JsonObject, Page } from '../../../sdk/index.js'

import { InvalidAnswerError } from '../../../sdk/index.js'
import { listSchema } from './answerSchemas.js'

/** As many as PrestoSports is known to give. */
const PAGE_SIZE = 100

const cursorSchema = z.object({
  /** The first record of the page before: a system that knows no pages sends it again. */
  first: z.string(),
  page: z.int().positive(),
  /** Records on the pages before. */
  seen: z.int().nonnegative(),
})

type FetchListArgs = {
  /** What is asked for, in words: `games of team abc`. */
  asked: string
  path: string
  query?: HttpQuery
} & Pick<FetchPageArgs<JsonObject>, 'cursor' | 'http' | 'signal'>

/**
 * One page of a list; the first one has the number 0. The list ends where as many records came as
 * it is said to have, or, where nothing is said, with a page that is not full.
 *
 * @throws InvalidAnswerError when pages stop before all records came
 */
export const fetchList = async ({
  asked,
  cursor,
  http,
  path,
  query,
  signal,
}: FetchListArgs): Promise<Page> => {
  const { first: before, page, seen } = cursor ? cursorSchema.parse(cursor) : BEGINNING
  const { data, totalElements: total } = await http.get(path, {
    query: { ...query, pageNumber: page, pageSize: PAGE_SIZE },
    schema: listSchema,
    signal,
  })
  const first = JSON.stringify(data[0]) ?? ''
  // One that is sent twice is one.
  const count = seen + new Set(data.map((record) => JSON.stringify(record))).size
  if (page > 0 && first !== '' && hash(first) === before) {
    if (typeof total === 'number' && seen < total) {
      throw new InvalidAnswerError(
        `PrestoSports sent the same page of ${asked} again, and ${total - seen} are still to come.`,
      )
    }
    return { records: [] }
  }
  if (typeof total === 'number' && data.length === 0 && seen < total) {
    throw new InvalidAnswerError(
      `PrestoSports says that there are ${total} ${asked}, and sent ${seen}.`,
    )
  }
  const hasMore = typeof total === 'number' ? count < total : data.length === PAGE_SIZE
  return {
    records: data,
    ...(typeof total === 'number' && { total }),
    ...(hasMore && { next: { first: hash(first), page: page + 1, seen: count } }),
  }
}

const BEGINNING = { first: '', page: 0, seen: 0 }

/** Enough to tell one record from another; a cursor should be short. */
const hash = (text: string): string => `${text.length}:${text.slice(0, 100)}`
