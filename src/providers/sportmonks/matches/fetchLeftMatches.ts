import { z } from 'zod'

import type { MatchDocument } from '../../../content/soccer/index.js'
import type { FetchPageArgs, JsonObject, Page, StoredRecord } from '../../../sdk/index.js'

import { EmptyAnswerError, NotFoundError } from '../../../sdk/index.js'
import { listAnswerSchema } from '../paging/listAnswerSchema.js'
import { hasOneOf } from '../rows/hasOneOf.js'
import { keepAsked } from '../rows/keepAsked.js'
import { readField } from '../rows/readField.js'
import { MATCH_INCLUDES } from './MATCH_INCLUDES.js'

/** The documented maximum of ids in one request, and of rows in one answer. */
const MAX_IDS = 50

/**
 * A day after its kick-off no match is being played. One that is still stored so was deleted or is
 * suspended; asking for it every minute would fail for ever, and incremental and full syncs see it.
 */
const MAX_AGE_MS = 24 * 60 * 60 * 1000

/** How far this got. Without `after` all were asked for once and `absent` is asked for again. */
const leftCursorSchema = z.strictObject({
  absent: z.array(z.string()),
  after: z.string().optional(),
})

type FetchLeftMatchesArgs = Pick<
  FetchPageArgs<JsonObject>,
  'cursor' | 'http' | 'now' | 'signal' | 'stored'
>

/**
 * The matches that are stored as being played and that the live list of this run no longer had,
 * fetched by id so that their final score is stored. Those that an answer lacks are asked for once
 * more at the end; what found its way here is stored by then.
 *
 * @throws NotFoundError for matches that the provider does not answer for
 */
export const fetchLeftMatches = async ({
  cursor,
  http,
  now,
  signal,
  stored,
}: FetchLeftMatchesArgs): Promise<Page> => {
  const { absent, after } = leftCursorSchema.parse(cursor ?? { absent: [] })
  const isRepeat = cursor !== undefined && after === undefined
  const found = isRepeat
    ? []
    : await stored.find<MatchDocument>({
        ...(after !== undefined && { after }),
        lastSeenBefore: now,
        limit: MAX_IDS,
        resource: 'matches',
        where: { state: ['live', 'paused'] },
      })
  const ids = isRepeat
    ? absent.slice(0, MAX_IDS)
    : found.filter(mayBePlayed(now)).map(({ externalId }) => externalId)
  const records = ids.length > 0 ? await fetchByIds({ http, ids, signal }) : []
  const answered = new Set(records.map((row) => String(readField({ name: 'id', row }))))
  if (isRepeat && !ids.some((id) => answered.has(id))) {
    throw new NotFoundError(
      `Sportmonks has these matches in no list any more: ${ids.join(', ')}. They were being played ` +
        'when they were last seen and keep that state until a full sync has looked at them.',
    )
  }
  const lacking = (isRepeat ? absent : [...absent, ...ids]).filter((id) => !answered.has(id))
  if (found.length === MAX_IDS) {
    return { next: { absent: lacking, after: found.at(-1)!.externalId }, records }
  }
  return lacking.length > 0 ? { next: { absent: lacking }, records } : { records }
}

const mayBePlayed =
  (now: Date) =>
  ({ document: { startsAt } }: StoredRecord<MatchDocument>): boolean =>
    !startsAt || Date.parse(startsAt) > now.getTime() - MAX_AGE_MS

type FetchByIdsArgs = { ids: readonly string[] } & Pick<FetchLeftMatchesArgs, 'http' | 'signal'>

const fetchByIds = async ({ http, ids, signal }: FetchByIdsArgs): Promise<unknown[]> => {
  try {
    const { data } = await http.get(`/football/fixtures/multi/${ids.join(',')}`, {
      query: { include: MATCH_INCLUDES, per_page: MAX_IDS },
      schema: listAnswerSchema,
      signal,
    })
    return keepAsked({
      asked: `matches ${ids.join(', ')}`,
      conditions: [hasOneOf({ field: 'id', ids: ids.map(Number) })],
      rows: data,
    })
  } catch (error) {
    // None of them: the caller asks again and then says which.
    if (error instanceof EmptyAnswerError) {
      return []
    }
    throw error
  }
}
