import type { StoredDocuments } from '../../../sdk/stored/StoredDocuments.js'
import type { StoredRecords } from '../../../sdk/stored/StoredRecords.js'
import type { MatchDocument, MatchState } from './MatchDocument.js'

import { isStillOn, LONGEST_OPEN_MS } from './isStillOn.js'

const MINUTE_MS = 60_000

/** A match with extra time, a shoot-out and a delay is over by then. */
const LONGEST_MATCH_MS = 4 * 60 * MINUTE_MS

/** Kick-offs are moved forward by a few minutes, and line-ups come before. */
const BEFORE_KICKOFF_MS = 15 * MINUTE_MS

/** States of a match that has begun and is not over. */
export const GOING_ON: readonly MatchState[] = ['live', 'paused']

type CouldMatchesBeLiveArgs = {
  documents: StoredDocuments
  now: Date
  /** The resource whose documents are matches. */
  resource: string
  /**
   * Without it, a match that goes on more than six hours after its kick-off, as a suspended one
   * does the next day, is not seen.
   */
  stored?: StoredRecords
}

/**
 * Whether a match could be on: one that is about to begin, began lately, or is marked as live. One
 * that its provider never ends counts for six hours, and not for ever.
 */
export const couldMatchesBeLive = async ({
  documents,
  now,
  resource,
  stored,
}: CouldMatchesBeLiveArgs): Promise<boolean> => {
  const before = (ms: number): Date => new Date(now.getTime() - ms)
  const isAnyAround = await documents.exists({
    anyOf: [
      { startsAt: { from: before(LONGEST_MATCH_MS), to: before(-BEFORE_KICKOFF_MS) } },
      // As `isStillOn` has it, to the millisecond.
      { startsAt: { from: before(LONGEST_OPEN_MS - 1) }, state: { in: GOING_ON } },
    ],
    resource,
  })
  return isAnyAround || (stored !== undefined && (await isAnyStillOn({ now, resource, stored })))
}

type IsAnyStillOnArgs = { now: Date; resource: string; stored: StoredRecords }

/** Whether a match that went on lately is stored as going on, however long ago it began. */
export const isAnyStillOn = async ({
  now,
  resource,
  stored,
}: IsAnyStillOnArgs): Promise<boolean> => {
  const found = await stored.find<MatchDocument>({
    changedSince: new Date(now.getTime() - LONGEST_OPEN_MS),
    resource,
    where: { state: GOING_ON },
  })
  return found.some(({ document: { startsAt }, lastChangedAt }) =>
    isStillOn({ lastChangedAt, now, startsAt }),
  )
}
