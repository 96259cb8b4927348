import { z } from 'zod'

import type { MatchDocument } from '../../../content/soccer/index.js'
import type { FetchPageArgs, JsonObject, Page, StoredRecord } from '../../../sdk/index.js'

import { AccessDeniedError, NotFoundError } from '../../../sdk/index.js'
import { fetchList } from '../paging/fetchList.js'
import { checkAsked } from '../rows/checkAsked.js'
import { hasOneOf } from '../rows/hasOneOf.js'
import { readPath } from '../rows/readPath.js'
import { withSeasons } from '../rows/withSeasons.js'
import { findSeasonsOf } from './findSeasonsOf.js'

/** The documented maximum of ids in one request. */
const MAX_IDS = 20

/**
 * A day after its kick-off no match is being played. One that is still stored so was suspended or is
 * not reported on; asking for it every minute would use up the day, and other syncs see it.
 */
const MAX_AGE_MS = 24 * 60 * 60 * 1000

/** How far this got. */
const leftCursorSchema = z.strictObject({
  /** Asked for, and not answered. */
  absent: z.array(z.string()),
  /** Where the stored matches go on; absent when all were looked at. */
  after: z.string().optional(),
  /** To be asked for one by one, because the plan refuses several at once. */
  single: z.array(z.string()),
})

type LeftCursor = z.output<typeof leftCursorSchema>

type FetchLeftMatchesArgs = Pick<
  FetchPageArgs<JsonObject>,
  'cursor' | 'http' | 'now' | 'signal' | 'stored'
>

/**
 * The matches that are stored as being played and that the live list of this run no longer had,
 * fetched by id so that their final score is stored. Plans that refuse `ids` are asked one by one.
 *
 * @throws NotFoundError for matches that the provider does not answer for, after all others
 */
export const fetchLeftMatches = async ({
  cursor,
  ...args
}: FetchLeftMatchesArgs): Promise<Page> => {
  const at = cursor === undefined ? undefined : leftCursorSchema.parse(cursor)
  const [single, ...others] = at?.single ?? []
  if (single !== undefined && at) {
    const { absent, records } = await fetchByIds({ ...args, ids: [single] })
    return toPage({ at: { ...at, absent: [...at.absent, ...absent], single: others }, records })
  }
  if (at && at.after === undefined) {
    throw new NotFoundError(
      `API-Football does not answer for these matches any more: ${at.absent.join(', ')}. They were ` +
        'being played when they were last seen and keep that state until a full sync has looked ' +
        'at them.',
    )
  }
  return await fetchStoredAsOn({ ...args, absent: at?.absent ?? [], after: at?.after })
}

type FetchStoredAsOnArgs = {
  absent: string[]
  after: string | undefined
} & Omit<FetchLeftMatchesArgs, 'cursor'>

/** The next so many matches that are stored as being played. */
const fetchStoredAsOn = async ({
  absent: absentBefore,
  after,
  ...args
}: FetchStoredAsOnArgs): Promise<Page> => {
  const { now, stored } = args
  const found = await stored.find<MatchDocument>({
    ...(after !== undefined && { after }),
    lastSeenBefore: now,
    limit: MAX_IDS,
    resource: 'matches',
    where: { state: ['live', 'paused'] },
  })
  const ids = found.filter(mayBePlayed(now)).map(({ externalId }) => externalId)
  const last = found.length === MAX_IDS ? found.at(-1) : undefined
  const at = { absent: absentBefore, ...(last && { after: last.externalId }) }
  try {
    const { absent, records } = await fetchByIds({ ...args, ids })
    return toPage({ at: { ...at, absent: [...absentBefore, ...absent], single: [] }, records })
  } catch (error) {
    if (error instanceof AccessDeniedError && ids.length > 1) {
      return toPage({ at: { ...at, single: ids }, records: [] })
    }
    throw error
  }
}

const mayBePlayed =
  (now: Date) =>
  ({ document: { startsAt } }: StoredRecord<MatchDocument>): boolean =>
    !startsAt || Date.parse(startsAt) > now.getTime() - MAX_AGE_MS

type ToPageArgs = { at: LeftCursor; records: unknown[] }

const toPage = ({ at, records }: ToPageArgs): Page => {
  const isEnd = at.after === undefined && at.single.length === 0 && at.absent.length === 0
  return isEnd ? { records } : { next: at, records }
}

type FetchByIdsArgs = { ids: readonly string[] } & Omit<FetchLeftMatchesArgs, 'cursor' | 'now'>

const fetchByIds = async ({ http, ids, signal, stored }: FetchByIdsArgs) => {
  if (ids.length === 0) {
    return { absent: [], records: [] }
  }
  const { rows } = await fetchList({
    http,
    path: '/fixtures',
    query: ids.length === 1 ? { id: ids[0] } : { ids: ids.join('-') },
    signal,
  })
  const asked = checkAsked({
    asked: `matches ${ids.join(', ')}`,
    conditions: [hasOneOf({ path: ['fixture', 'id'], values: ids.map(Number) })],
    rows,
  })
  const answered = new Set(asked.map((row) => String(readPath({ path: ['fixture', 'id'], row }))))
  const seasonsOf = await findSeasonsOf({ rows: asked, stored })
  return {
    absent: ids.filter((id) => !answered.has(id)),
    records: withSeasons({ rows: asked, seasonsOf }),
  }
}
