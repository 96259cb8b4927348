import type { StoredDocuments } from '../../../sdk/stored/StoredDocuments.js'
import type { MatchState } from './MatchDocument.js'

const MINUTE_MS = 60_000

/** A match with extra time, a shoot-out and a delay is over by then. */
const LONGEST_MATCH_MS = 4 * 60 * MINUTE_MS

/** Kick-offs are moved forward by a few minutes, and line-ups come before. */
const BEFORE_KICKOFF_MS = 15 * MINUTE_MS

const GOING_ON: readonly MatchState[] = ['live', 'paused']

type CouldMatchesBeLiveArgs = {
  documents: StoredDocuments
  now: Date
  /** The resource whose documents are matches. */
  resource: string
}

/** Whether a match could be on: one that is about to begin, began lately, or is marked as live. */
export const couldMatchesBeLive = ({
  documents,
  now,
  resource,
}: CouldMatchesBeLiveArgs): Promise<boolean> =>
  documents.exists({
    anyOf: [
      {
        startsAt: {
          from: new Date(now.getTime() - LONGEST_MATCH_MS),
          to: new Date(now.getTime() + BEFORE_KICKOFF_MS),
        },
      },
      { state: { in: GOING_ON } },
    ],
    resource,
  })
