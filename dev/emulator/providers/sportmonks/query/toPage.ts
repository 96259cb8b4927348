import type { Row } from '../../../json.js'
import type { Settings } from '../../../settings.js'
import type { WireRequest } from '../../../wireFormat.js'
import type { Query } from './parseQuery.js'

import { writeCursor } from './cursor.js'

/** The rows of the page a query asks for, and its `pagination` block. */
export const toPage = <T>({
  items,
  query,
  request: { origin, path, query: asked },
  settings,
}: {
  items: T[]
  query: Query
  request: WireRequest
  settings: Settings
}): { items: T[]; pagination: Row } => {
  const { offset, page, perPage } = query
  const end = offset + perPage
  const shown = items.slice(offset, end)
  const hasMore = items.length > end

  const linkTo = (parameter: 'cursor' | 'page', value: string): string => {
    const link = new URL(path, origin)
    for (const [name, each] of asked) {
      // The provider does not repeat the token either: a link may end up in a log.
      if (!['api_token', 'cursor', 'page'].includes(name)) {
        link.searchParams.append(name, each)
      }
    }
    link.searchParams.append(parameter, value)
    return link.href
  }
  const cursor = writeCursor(end)

  return {
    items: shown,
    pagination: {
      count: shown.length,
      current_page: page,
      has_more: hasMore,
      next_cursor: hasMore
        ? settings.cursorStyle === 'url'
          ? linkTo('cursor', cursor)
          : cursor
        : null,
      next_page: hasMore ? linkTo('page', String(page + 1)) : null,
      per_page: perPage,
    },
  }
}
