import type { GameState } from '../../../content/college/index.js'
import type { PrestosportsEvent } from './eventSchema.js'

const NOT_STARTED = -2
const IN_PROGRESS = -1

/** Words for a game that is not played, or not on this day. */
const OFF = /cancel|postpon|no contest|abandon/i
const FORFEIT = /forfeit/i
const PAUSED = /suspend|delay/i

type ToStateArgs = Pick<PrestosportsEvent, 'eventType' | 'status' | 'statusCode'>

/** Whether a side has lost without playing to the end. */
export const isForfeited = (status: null | string | undefined): boolean =>
  FORFEIT.test(status ?? '')

/**
 * Where a game stands. The number counts: 0 and above is over, 8 as well ("Final - 8 innings"). A
 * word only tells what the number cannot. The clock says nothing: games begin early.
 *
 * `isWeatherDelay` stays set when a game that was delayed is long over, so it is not looked at.
 */
export const toState = ({ eventType, status, statusCode }: ToStateArgs): GameState | undefined => {
  if (statusCode === undefined) {
    return undefined
  }
  const words = status ?? ''
  if (eventType?.noContest === true || (OFF.test(words) && !/^final/i.test(words))) {
    return 'off'
  }
  if (statusCode === null || statusCode < NOT_STARTED || !Number.isInteger(statusCode)) {
    return 'unknown'
  }
  if (statusCode >= 0) {
    // One that was forfeited as well: it counts, with the score that the rules give it.
    return 'finished'
  }
  if (isForfeited(words)) {
    return 'off'
  }
  if (statusCode === IN_PROGRESS) {
    return PAUSED.test(words) || eventType?.isSuspended === true ? 'paused' : 'live'
  }
  return /suspend/i.test(words) ? 'paused' : 'scheduled'
}
