import type { Cursor, Page } from '../../../sdk/index.js'
import type { Trail } from '../../store/runs/Checkpoint.js'

import { followPages } from './pages/followPages.js'

type ReadPagesArgs<TPage extends Page> = {
  /** Where to start; absent for the beginning. */
  cursor: Cursor | undefined
  fetchPage: (cursor: Cursor | undefined) => Promise<TPage>
  /** The most pages the scope may have. */
  maxPages: number
  /** What is remembered of the pages before `cursor`. */
  trail: Trail | undefined
}

export type ReadPage<TPage extends Page = Page> = {
  /** Where this page starts. */
  cursor: Cursor | undefined
  /** How long it took to be fetched, in milliseconds. */
  tookMs: number
  /** What to remember of it and of those before. */
  trail: Trail
} & TPage

/**
 * The pages of one scope, in order. While one is worked on the next is being fetched; there are
 * never more than two in memory. A failed fetch is thrown when its turn comes, after everything
 * before it was handed out.
 *
 * @throws EndlessPagesError when they have no end
 */
export async function* readPages<TPage extends Page>({
  cursor,
  fetchPage,
  maxPages,
  trail: before,
}: ReadPagesArgs<TPage>): AsyncGenerator<ReadPage<TPage>> {
  let start = cursor
  let trail = before
  const seen = new Set<string>()
  let pending = timed(fetchPage, start)
  for (;;) {
    const { page, tookMs } = await pending
    trail = followPages({ cursor: start, maxPages, page, seen, trail })
    if (page.next === undefined || page.next === null) {
      yield { ...page, cursor: start, next: undefined, tookMs, trail }
      return
    }
    const { next } = page
    const following = timed(fetchPage, next)
    // Its failure is thrown at the next turn; until then it is nobody's unhandled rejection.
    following.catch(() => undefined)
    yield { ...page, cursor: start, tookMs, trail }
    start = next
    pending = following
  }
}

const timed = async <TPage extends Page>(
  fetchPage: ReadPagesArgs<TPage>['fetchPage'],
  cursor: Cursor | undefined,
): Promise<{ page: TPage; tookMs: number }> => {
  const begun = performance.now()
  const page = await fetchPage(cursor)
  return { page, tookMs: performance.now() - begun }
}
