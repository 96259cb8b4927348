import { z } from 'zod'

import type { Cursor, HttpQuery } from '../../../sdk/index.js'
import type { Pagination } from './answerSchemas.js'

import { InvalidAnswerError, RequestRefusedError } from '../../../sdk/index.js'

/**
 * Where the next page starts: behind the provider's own cursor, or at a page number. The number
 * only means something together with the size of the pages it counts.
 */
const pageCursorSchema = z.union([
  z.strictObject({ cursor: z.string() }),
  z.strictObject({ page: z.int(), perPage: z.int() }),
])

type PageCursor = z.output<typeof pageCursorSchema>

/**
 * The documented maximum. A larger number is not refused but falls back to 25 (audit), and the
 * 1000 of `filters=populate` is not worth it: it switches includes off, and the one list that
 * needs none (countries) has five pages a week.
 */
const PER_PAGE = 50

/** Since June 2026 an offset above this is refused. Sportmonks changelog. */
const MAX_OFFSET = 20_000

type NextCursorArgs = {
  /** The cursor this answer was asked with; absent for the first page. */
  asked: Cursor | undefined
  /** Absent where the endpoint gave its whole list at once. */
  pagination: Pagination | undefined
}

/**
 * Where the next page starts, or `undefined` when the provider says that this was the last one.
 * Only `has_more` decides: a page may be short or empty although more follow, because the
 * subscription is applied after paging.
 *
 * @throws InvalidAnswerError for paging that would loop for ever or leave a gap
 * @throws RequestRefusedError before a page is asked for that lies past the offset limit
 */
export const nextCursor = ({ asked, pagination }: NextCursorArgs): PageCursor | undefined => {
  if (!pagination?.has_more) {
    return undefined
  }
  const before = asked === undefined ? undefined : pageCursorSchema.parse(asked)
  const token = tokenOf(pagination.next_cursor)
  if (token !== undefined) {
    if (before && 'cursor' in before && before.cursor === token) {
      throw new InvalidAnswerError(
        'Sportmonks says there is more and names the page it just sent as the next one. ' +
          'The sync stops here instead of asking for it for ever.',
      )
    }
    return { cursor: token }
  }
  if (before && 'cursor' in before) {
    throw new InvalidAnswerError(
      'Sportmonks says there is more but no longer where it starts. The sync stops here.',
    )
  }
  return nextPage({ before, pagination })
}

type ToPageQueryArgs = { cursor: Cursor | undefined }

/** The part of a query that asks for one page. */
export const toPageQuery = ({ cursor }: ToPageQueryArgs): HttpQuery => {
  if (cursor === undefined) {
    return { per_page: PER_PAGE }
  }
  const asked = pageCursorSchema.parse(cursor)
  return 'cursor' in asked
    ? { cursor: asked.cursor, per_page: PER_PAGE }
    : { page: asked.page, per_page: PER_PAGE }
}

type NextPageArgs = {
  before: Extract<PageCursor, { page: number }> | undefined
  pagination: Pagination
}

const nextPage = ({ before, pagination }: NextPageArgs): PageCursor => {
  const page = before?.page ?? 1
  const { current_page, per_page: perPage } = pagination
  if (typeof current_page === 'number' && current_page !== page) {
    throw new InvalidAnswerError(
      `Sportmonks was asked for page ${page} and answered with page ${current_page}. ` +
        'The sync stops here instead of reading the same page again.',
    )
  }
  // Page 3 of 25 rows starts elsewhere than page 3 of 50: rows between them would be lost.
  if (before && before.perPage !== perPage) {
    throw new InvalidAnswerError(
      `Sportmonks changed its page size from ${before.perPage} to ${perPage} between two pages. ` +
        'The next sync starts over.',
    )
  }
  if (page * perPage > MAX_OFFSET) {
    throw new RequestRefusedError(
      `Sportmonks refuses pages that start behind row ${MAX_OFFSET} and offers no cursor for this ` +
        'list, so the rest cannot be read. Narrow it with the options "leagues" or "seasons".',
    )
  }
  return { page: page + 1, perPage }
}

/**
 * The token in `next_cursor`. The docs show an opaque token, users report a whole URL with the
 * token in its `cursor` parameter.
 */
const tokenOf = (nextCursor: null | string | undefined): string | undefined => {
  if (!nextCursor) {
    return undefined
  }
  const isUrl = /\?|:\/\//.test(nextCursor)
  if (!isUrl) {
    return nextCursor
  }
  const base = 'https://api.sportmonks.com'
  return URL.canParse(nextCursor, base)
    ? new URL(nextCursor, base).searchParams.get('cursor') || undefined
    : undefined
}
