import type { Cursor, Page } from '../../../sdk/index.js'

import { InvalidAnswerError } from '../../../shared/errors/index.js'

type ReadPagesArgs<TPage extends Page> = {
  /** Where to start; absent for the beginning. */
  cursor: Cursor | undefined
  fetchPage: (cursor: Cursor | undefined) => Promise<TPage>
}

export type ReadPage<TPage extends Page = Page> = {
  /** Where this page starts. */
  cursor: Cursor | undefined
} & TPage

/**
 * The pages of one scope, in order. While one is worked on the next is being fetched; there are
 * never more than two in memory. A failed fetch is thrown when its turn comes, after everything
 * before it was handed out.
 */
export async function* readPages<TPage extends Page>({
  cursor,
  fetchPage,
}: ReadPagesArgs<TPage>): AsyncGenerator<ReadPage<TPage>> {
  let start = cursor
  let pending = fetchPage(start)
  for (;;) {
    const page = await pending
    if (page.next === undefined || page.next === null) {
      yield { ...page, cursor: start, next: undefined }
      return
    }
    const { next } = page
    if (JSON.stringify(next) === JSON.stringify(start)) {
      throw new InvalidAnswerError(
        'The provider says that the next page starts where this one does, which would never end.',
      )
    }
    const following = fetchPage(next)
    // Its failure is thrown at the next turn; until then it is nobody's unhandled rejection.
    following.catch(() => undefined)
    yield { ...page, cursor: start }
    start = next
    pending = following
  }
}
