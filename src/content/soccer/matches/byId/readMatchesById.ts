import { z } from 'zod'

import type { Cursor, Page } from '../../../../sdk/index.js'

import { isSyncError } from '../../../../sdk/index.js'

/** What is still to be asked for. */
const cursorSchema = z.strictObject({
  ids: z.array(z.string()),
  /** Set when the subscription refuses several ids at once. */
  isOneByOne: z.boolean().optional(),
})

/** How a provider is asked for matches by their ids. */
export type MatchesById = {
  /** Asks for the matches with these ids, and gives the records that came; not all may. */
  fetchByIds: (ids: readonly string[]) => Promise<unknown[]>
  /** How many ids one request may have. */
  maxIds: number
  /** Whether ids are asked for one by one where several at once are refused. @default false */
  mayAskOneByOne?: boolean
}

type ReadMatchesByIdArgs = {
  /** Absent for the first page, which asks `find` what to read. */
  cursor: Cursor | undefined
  /** The ids to ask for, what matters most first. */
  find: () => Promise<readonly string[]>
  /** How many requests are made at most; what does not fit in is left to the next run. */
  mostRequests: number
} & MatchesById

/**
 * A page of matches that are asked for by their ids, one request each. That one is not answered
 * proves nothing, and is no failure: whether it is gone is for a full sync to tell.
 */
export const readMatchesById = async ({
  cursor,
  fetchByIds,
  find,
  maxIds,
  mayAskOneByOne = false,
  mostRequests,
}: ReadMatchesByIdArgs): Promise<Page> => {
  const { ids, isOneByOne = false } =
    cursor === undefined
      ? { ids: (await find()).slice(0, maxIds * mostRequests) }
      : cursorSchema.parse(cursor)
  if (ids.length === 0) {
    return { records: [] }
  }
  const size = isOneByOne ? 1 : maxIds
  const rest = ids.slice(size)
  try {
    const records = await fetchByIds(ids.slice(0, size))
    return {
      records,
      ...(rest.length > 0 && { next: { ids: rest, ...(isOneByOne && { isOneByOne }) } }),
    }
  } catch (error) {
    const isRefused = isSyncError(error, 'ACCESS_DENIED') && ids.length > 1 && !isOneByOne
    if (mayAskOneByOne && isRefused) {
      return { next: { ids: ids.slice(0, mostRequests), isOneByOne: true }, records: [] }
    }
    throw error
  }
}
