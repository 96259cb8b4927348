import type { CollegeGameDocument } from '../../../content/college/index.js'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

/** Scorers correct what they wrote in a hurry: how long after the end a box score is read again. */
const CORRECTIONS_MS = [HOUR_MS, 6 * HOUR_MS, DAY_MS]

/** How long a box score that nobody has closed is asked for. */
export const LONGEST_OPEN_MS = 12 * HOUR_MS

/** How long after its start a game without a complete box score is asked for by full runs. */
export const LONGEST_INCOMPLETE_MS = 3 * DAY_MS

type ToTimesArgs = {
  /** What is stored of the game. */
  before: CollegeGameDocument | undefined
  /** When PrestoSports changed the game last, where it says so. ISO 8601. */
  changedAt: null | string
  isComplete: boolean
  now: Date
}

type Times = Pick<CollegeGameDocument, 'boxScoreCompletedAt' | 'boxScoreDueAt'>

/**
 * Since when a box score is complete, and when it is to be read again. One that was complete when it
 * was first read is so since the game was changed last: a season that is read for the first time
 * holds games whose corrections came long ago.
 */
export const toBoxScoreTimes = ({ before, changedAt, isComplete, now }: ToTimesArgs): Times => {
  if (!isComplete) {
    return { boxScoreCompletedAt: null, boxScoreDueAt: null }
  }
  const seenAt = now.toISOString()
  const isFirst = typeof before?.boxScoreComplete !== 'boolean'
  const completedAt =
    before?.boxScoreCompletedAt ?? (isFirst && changedAt && changedAt < seenAt ? changedAt : seenAt)
  const due = CORRECTIONS_MS.map((ms) => Date.parse(completedAt) + ms).find(
    (ms) => ms > now.getTime(),
  )
  return {
    boxScoreCompletedAt: completedAt,
    boxScoreDueAt: due === undefined ? null : new Date(due).toISOString(),
  }
}

type IsDueArgs = { game: CollegeGameDocument; now: Date }

/** Whether a full run asks for the box score of a game: it is missing, open, or was corrected. */
export const isBoxScoreDue = ({ game, now }: IsDueArgs): boolean => {
  const { boxScoreAsOf, boxScoreComplete, boxScoreDueAt, providerUpdatedAt, startsAt, state } = game
  if (state !== 'finished' && state !== 'live' && state !== 'paused') {
    return false
  }
  const age = startsAt ? now.getTime() - Date.parse(startsAt) : 0
  return (
    boxScoreAsOf === undefined ||
    boxScoreAsOf !== (providerUpdatedAt ?? null) ||
    (boxScoreDueAt ? Date.parse(boxScoreDueAt) <= now.getTime() : false) ||
    (boxScoreComplete !== true && age < LONGEST_INCOMPLETE_MS)
  )
}
