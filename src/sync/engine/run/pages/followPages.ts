import { createHash } from 'node:crypto'

import type { Cursor, Page } from '../../../../sdk/index.js'
import type { Trail, Waymark } from '../../../store/runs/Checkpoint.js'

import { EndlessPagesError } from '../../../../shared/errors/index.js'

/** A filter at the provider may leave a page empty; so many in a row lead nowhere. */
const MOST_EMPTY = 10

const ADVICE =
  'What was stored stays, and nothing counts as missing. Ask the provider, or whoever wrote the ' +
  'resource, how its pages end.'

const fail = (what: string): never => {
  throw new EndlessPagesError(`${what} The part was not read any further. ${ADVICE}`)
}

type FollowPagesArgs = {
  /** Where this page starts. */
  cursor: Cursor | undefined
  maxPages: number
  page: Page
  /** Cursors of this scope that this process has seen, hashed; added to. */
  seen: Set<string>
  /** What is remembered of the pages before. */
  trail: Trail | undefined
}

/**
 * Goes on behind one page of a scope and returns what to remember of it. That is little, because it
 * is stored with the run: one page of those before, chosen ever further apart, which finds any
 * circle after three rounds at most (Brent). Within a process every cursor is known, which finds it
 * in one.
 *
 * @throws EndlessPagesError when the pages lead in a circle, stay empty, repeat each other or are
 * too many
 */
export const followPages = ({
  cursor,
  maxPages,
  page: { mayBeEmpty = false, next, records },
  seen,
  trail = { empty: 0, pages: 0 },
}: FollowPagesArgs): Trail => {
  const content = hashContent(records)
  if (content !== undefined && content === trail.content?.hash) {
    fail('The provider sends the same page again and again, whatever page is asked for.')
  }
  const kept = content === undefined ? trail.content : moveOn(trail.content, content)
  const pages = trail.pages + 1
  if (next === undefined || next === null) {
    return { ...trail, content: kept, pages }
  }
  const empty = records.length === 0 && !mayBeEmpty ? trail.empty + 1 : 0
  if (empty >= MOST_EMPTY) {
    fail(`The provider sent ${MOST_EMPTY} empty pages in a row and says that there are more.`)
  }
  if (pages >= maxPages) {
    fail(
      `The provider sent ${maxPages} pages and says that there are more (the limit is maxPages).`,
    )
  }
  const here = hashCursor(cursor)
  const there = hashCursor(next)
  seen.add(here)
  const mark = trail.cursor ?? moveOn(undefined, here)
  if (there === mark.hash || seen.has(there)) {
    fail('The provider says that the next page starts where an earlier one did.')
  }
  seen.add(there)
  return { content: kept, cursor: moveOn(mark, there), empty, pages }
}

/** The mark after one more page: the same one, or the new page when it is as far as it may be. */
const moveOn = (mark: undefined | Waymark, hash: string): Waymark => {
  if (!mark) {
    return { hash, limit: 1, since: 0 }
  }
  const since = mark.since + 1
  return since >= mark.limit ? { hash, limit: mark.limit * 2, since: 0 } : { ...mark, since }
}

const toHash = (text: string): string =>
  createHash('sha256').update(text).digest('base64').slice(0, 16)

const hashCursor = (cursor: Cursor | undefined): string => toHash(JSON.stringify(cursor ?? null))

/** Nothing of an empty page, of which there may be many, and of what is no JSON. */
const hashContent = (records: readonly unknown[]): string | undefined => {
  try {
    return records.length === 0 ? undefined : toHash(JSON.stringify(records))
  } catch {
    return undefined
  }
}
