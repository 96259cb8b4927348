import { z } from 'zod'

import type { Cursor, Page, ResourceContext } from '../../../../sdk/index.js'
import type { MatchDocument } from '../../documents/index.js'
import type { MatchesById } from './readMatchesById.js'

import { readPath } from '../../../../sdk/index.js'
import { readMatchesById } from './readMatchesById.js'

/** Where the days were read to their end, and what follows. */
const lackingSchema = z.strictObject({
  lacking: z.union([z.literal('settle'), z.literal('find'), z.looseObject({})]),
})

/** More than these are no matches that moved, but a list with a gap; a full sync fills it. */
const MOST_REQUESTS = 2

type ReadWindowArgs = {
  cursor: Cursor | undefined
  /** A page of the list of the days, by its own cursors. */
  fetchDays: (cursor: Cursor | undefined) => Promise<Page>
  /** Where a row holds its id: `['id']`. */
  idPath: readonly string[]
  /** Whether a stored match should be in the list. @default all of these days */
  isListed?: (document: MatchDocument) => boolean
  /** The days, `YYYY-MM-DD` in UTC, both included. */
  range: { from: string; to: string }
} & MatchesById &
  Pick<ResourceContext, 'now' | 'stored'>

/**
 * A page of the matches of some days, and at the end of those that are stored for these days and
 * that the list lacked: they were moved, so they are asked for by their ids. Finished ones stay
 * where they are.
 */
export const readWindow = async ({
  cursor,
  fetchDays,
  idPath,
  isListed = () => true,
  now,
  range: { from, to },
  stored,
  ...byId
}: ReadWindowArgs): Promise<Page> => {
  const findLacking = async (): Promise<string[]> => {
    const found = await stored.find<MatchDocument>({
      lastSeenBefore: now,
      range: { startsAt: { from: `${from}T00:00:00.000Z`, to: `${to}T23:59:59.999Z` } },
      resource: 'matches',
      where: { state: ['scheduled', 'live', 'paused', 'off', 'unknown'] },
    })
    return found
      .filter(({ document }) => isListed(document))
      .toSorted((a, b) => distance(a.document, now) - distance(b.document, now))
      .map(({ externalId }) => externalId)
  }
  const at = lackingSchema.safeParse(cursor)
  if (!at.success) {
    const page = await fetchDays(cursor)
    if (page.next !== undefined) {
      return page
    }
    const listed = new Set(page.records.map((row) => String(readPath({ path: idPath, row }))))
    const lacking = (await findLacking()).filter((id) => !listed.has(id))
    return lacking.length > 0 ? { ...page, mustBeStored: true, next: { lacking: 'settle' } } : page
  }
  const { lacking } = at.data
  if (lacking === 'settle') {
    // The page before this one may not be stored yet; it is when the next one is asked for.
    return { next: { lacking: 'find' }, records: [] }
  }
  const { next, records } = await readMatchesById({
    ...byId,
    cursor: lacking === 'find' ? undefined : (lacking as Cursor),
    find: findLacking,
    mostRequests: MOST_REQUESTS,
  })
  return next === undefined ? { records } : { next: { lacking: next }, records }
}

/** How far its kick-off is from now; what is nearest matters most. */
const distance = ({ startsAt }: MatchDocument, now: Date): number =>
  Math.abs(Date.parse(startsAt ?? '') - now.getTime())
