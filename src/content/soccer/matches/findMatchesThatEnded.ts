import { z } from 'zod'

import type { FetchPageArgs, JsonObject, Page, StoredRecord } from '../../../sdk/index.js'
import type { MatchDocument } from '../documents/index.js'

import { isSyncError, NotFoundError, readPath } from '../../../sdk/index.js'
import { GOING_ON, isStillOn } from '../documents/index.js'

/** How far this got. */
const cursorSchema = z.strictObject({
  /** Asked for, and not answered. */
  absent: z.array(z.string()),
  /** Where the stored matches go on; absent when all were looked at. */
  after: z.string().optional(),
  /** To be asked for one by one, because the subscription refuses several at once. */
  single: z.array(z.string()).default([]),
})

type EndedCursor = z.output<typeof cursorSchema>

/** Of what `fetchPage` is handed, all that it takes to find them. */
export type EndedMatchesContext = Pick<
  FetchPageArgs<JsonObject>,
  'cursor' | 'http' | 'now' | 'signal' | 'stored'
>

type FindMatchesThatEndedArgs = {
  /** Whether what an answer lacks is asked for once more at the end. @default false */
  asksAgain?: boolean
  /** Whether ids are asked for one by one where several at once are refused. @default false */
  asksOneByOne?: boolean
  /** Asks for the matches with these ids, and gives the records that came. */
  fetchByIds: (ids: readonly string[]) => Promise<unknown[]>
  /** Where a record holds its id: `['id']`. */
  idPath: readonly string[]
  /** How many ids one request may have. */
  maxIds: number
  /** The provider's label, for the message. */
  provider: string
} & Omit<EndedMatchesContext, 'http' | 'signal'>

/**
 * A page of the matches that are stored as being played and that no live list of this run had,
 * fetched by id so that their final score is stored. That one is not in a live list does not say
 * that it is over, so read the live list first, in a scope of its own.
 *
 * @throws NotFoundError for matches that the provider does not answer for, after all others
 */
export const findMatchesThatEnded = async ({
  cursor,
  now,
  stored,
  ...source
}: FindMatchesThatEndedArgs): Promise<Page> => {
  const at = cursor === undefined ? undefined : cursorSchema.parse(cursor)
  if (at?.single.length) {
    return await fetchSingle({ at, ...source })
  }
  if (at && at.after === undefined) {
    return await fetchAbsent({ at, ...source })
  }
  const found = await stored.find<MatchDocument>({
    ...(at?.after !== undefined && { after: at.after }),
    lastSeenBefore: now,
    limit: source.maxIds,
    resource: 'matches',
    where: { state: GOING_ON },
  })
  const ids = found.filter(mayBePlayed(now)).map(({ externalId }) => externalId)
  const last = found.length === source.maxIds ? found.at(-1) : undefined
  const next = { absent: at?.absent ?? [], single: [], ...(last && { after: last.externalId }) }
  return await fetchTogether({ ids, next, ...source })
}

type Source = Omit<FindMatchesThatEndedArgs, 'cursor' | 'now' | 'stored'>

type FetchTogetherArgs = { ids: readonly string[]; next: EndedCursor } & Source

const fetchTogether = async ({ ids, next, ...source }: FetchTogetherArgs): Promise<Page> => {
  try {
    const { absent, records } = await fetchRecords({ ids, ...source })
    return toPage({ next: { ...next, absent: [...next.absent, ...absent] }, records })
  } catch (error) {
    if (source.asksOneByOne && isSyncError(error, 'ACCESS_DENIED') && ids.length > 1) {
      return toPage({ next: { ...next, single: [...ids] }, records: [] })
    }
    throw error
  }
}

type FetchNextArgs = { at: EndedCursor } & Source

const fetchSingle = async ({ at, ...source }: FetchNextArgs): Promise<Page> => {
  const { absent, records } = await fetchRecords({ ids: at.single.slice(0, 1), ...source })
  const next = { ...at, absent: [...at.absent, ...absent], single: at.single.slice(1) }
  return toPage({ next, records })
}

/** What found its way into a list since then is stored by now, so what is left can be named. */
const fetchAbsent = async ({ at, ...source }: FetchNextArgs): Promise<Page> => {
  const ids = source.asksAgain ? at.absent.slice(0, source.maxIds) : []
  const { absent, records } = await fetchRecords({ ids, ...source })
  if (absent.length === ids.length) {
    const named = source.asksAgain ? ids : at.absent
    throw new NotFoundError(
      `${source.provider} does not answer for these matches any more: ${named.join(', ')}. They ` +
        'were being played when they were last seen and keep that state until a full sync has ' +
        'looked at them.',
    )
  }
  const left = [...absent, ...at.absent.slice(source.maxIds)]
  return toPage({ next: { absent: left, single: [] }, records })
}

type FetchRecordsArgs = { ids: readonly string[] } & Source

const fetchRecords = async ({ fetchByIds, idPath, ids }: FetchRecordsArgs) => {
  const records = ids.length > 0 ? await fetchByIds(ids) : []
  const answered = new Set(records.map((row) => String(readPath({ path: idPath, row }))))
  return { absent: ids.filter((id) => !answered.has(id)), records }
}

type ToPageArgs = { next: EndedCursor; records: unknown[] }

const toPage = ({ next, records }: ToPageArgs): Page => {
  const isEnd = next.after === undefined && next.single.length === 0 && next.absent.length === 0
  // That nobody answers for twenty matches says nothing of the others.
  return isEnd ? { records } : { mayBeEmpty: true, next, records }
}

/**
 * One that is stored so for longer was deleted, was suspended or is not reported on; asking for it
 * every minute would fail for ever and use up the quota, and other syncs see it.
 */
const mayBePlayed =
  (now: Date) =>
  ({ document: { startsAt }, lastChangedAt }: StoredRecord<MatchDocument>): boolean =>
    isStillOn({ lastChangedAt, now, startsAt })
