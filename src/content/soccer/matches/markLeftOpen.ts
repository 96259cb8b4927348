import type { ResourceContext, StoredRecord } from '../../../sdk/index.js'
import type { MatchDocument, MatchState } from '../documents/index.js'

import { GOING_ON, isStillOn } from '../documents/index.js'

/** A match as a row says it. */
type ReadMatch = { document: MatchDocument; externalId: string }

type MarkLeftOpenArgs = {
  /** The whole match of a row; `undefined` where the row cannot be read. */
  read: (row: unknown) => ReadMatch | undefined
  rows: readonly unknown[]
  /** The state of a row, cheaply: every row is asked for it. */
  stateOf: (row: unknown) => MatchState | undefined
} & Pick<ResourceContext, 'now' | 'stored'>

/**
 * The rows, those with `isLeftOpen: true` that the provider says are going on and that cannot be:
 * they kicked off six hours ago or more, and nothing says that they were resumed. A match that
 * never leaves the second half, or is suspended for weeks, is such a one.
 *
 * It is decided here and not by `map`, which knows no clock: what a row says is mapped to the same
 * document at every run.
 */
export const markLeftOpen = async ({
  now,
  read,
  rows,
  stateOf,
  stored,
}: MarkLeftOpenArgs): Promise<unknown[]> => {
  const doubtful = rows.flatMap((row) => {
    const match = isGoingOn(stateOf(row)) ? read(row) : undefined
    return match && !isStillOn({ now, startsAt: match.document.startsAt }) ? [{ match, row }] : []
  })
  if (doubtful.length === 0) {
    return [...rows]
  }
  const found = await stored.find<MatchDocument>({
    externalIds: doubtful.map(({ match }) => match.externalId),
    resource: 'matches',
  })
  const known = new Map(found.map((record) => [record.externalId, record]))
  const leftOpen = new Set(
    doubtful
      .filter(({ match }) => !isResumed({ before: known.get(match.externalId), match, now }))
      .map(({ row }) => row),
  )
  return rows.map((row) => (leftOpen.has(row) ? { ...(row as object), isLeftOpen: true } : row))
}

/** What people are told of a match with `isLeftOpen`. */
export const toLeftOpenRemark = ({
  provider,
  status,
}: {
  /** The provider's label. */
  provider: string
  status: null | string | undefined
}): string =>
  `${provider} still says "${status ?? ''}" six hours and more after the kick-off. The match is ` +
  'shown as unknown and not asked for every minute any more; full syncs ask for it until it ends.'

const isGoingOn = (state: MatchState | undefined): boolean =>
  state !== undefined && GOING_ON.includes(state)

type IsResumedArgs = {
  before: StoredRecord<MatchDocument> | undefined
  match: ReadMatch
  now: Date
}

/** Whether it is being played although it began long ago, going by what is stored of it. */
const isResumed = ({ before, match: { document }, now }: IsResumedArgs): boolean => {
  if (!before) {
    return false
  }
  const { document: stored, lastChangedAt } = before
  const { startsAt } = document
  if (document.state === 'live' && isNews({ document, stored })) {
    // From a standstill it goes on. One that was being played must have been so a moment ago.
    return stored.state !== 'live' || isStillOn({ lastChangedAt, now, startsAt: null })
  }
  return isGoingOn(stored.state) && isStillOn({ lastChangedAt, now, startsAt })
}

type IsNewsArgs = { document: MatchDocument; stored: MatchDocument }

const isNews = ({ document, stored }: IsNewsArgs): boolean =>
  document.providerStatus !== stored.providerStatus ||
  (document.homeScore ?? null) !== (stored.homeScore ?? null) ||
  (document.awayScore ?? null) !== (stored.awayScore ?? null) ||
  // Of one that is unknown no minute is stored.
  (stored.state === 'live' && (document.minute ?? null) !== (stored.minute ?? null))
