import type {
  FetchPageArgs,
  HttpQuery,
  JsonObject,
  Page,
  RowCondition,
} from '../../../sdk/index.js'

import { keepAsked } from '../../../sdk/index.js'
import { listAnswerSchema, pagedAnswerSchema } from './answerSchemas.js'
import { nextCursor, toPageQuery } from './nextCursor.js'

type FetchListArgs = {
  /** What is asked for, in words: `season 23614`. Needed where there are conditions. */
  asked?: string
  /**
   * What every row must meet to be one that was asked for: Sportmonks may ignore a filter it does
   * not know and answer with everything (audit).
   *
   * @default none
   */
  conditions?: readonly RowCondition[]
  /**
   * Whether the endpoint may give its whole list at once, without a word of pages. @default false
   */
  mayBeWhole?: boolean
  path: string
  query?: HttpQuery
} & Pick<FetchPageArgs<JsonObject>, 'cursor' | 'http' | 'signal'>

/** One page of a list. */
export const fetchList = async ({
  asked = 'a list',
  conditions = [],
  cursor,
  http,
  mayBeWhole = false,
  path,
  query,
  signal,
}: FetchListArgs): Promise<Page> => {
  const { data, pagination } = await http.get(path, {
    query: { ...query, ...toPageQuery({ cursor }) },
    schema: mayBeWhole ? listAnswerSchema : pagedAnswerSchema,
    signal,
  })
  return {
    next: nextCursor({ asked: cursor, pagination }),
    records: keepAsked({ asked, conditions, provider: 'Sportmonks', rows: data }),
  }
}
