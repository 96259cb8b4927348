import type { Cursor, HttpQuery } from '../../../sdk/index.js'

import { pageCursorSchema } from './pageCursorSchema.js'

/**
 * The documented maximum. A larger number is not refused but falls back to 25 (audit), and the
 * 1000 of `filters=populate` is not worth it: it switches includes off, and the one list that
 * needs none (countries) has five pages a week.
 */
const PER_PAGE = 50

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
