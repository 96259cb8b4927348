import type { SyncError } from '../../../sdk/index.js'

import { isSyncError } from '../../../sdk/index.js'

/** So many things in a row that cannot be read are no odd ones, but another or a broken site. */
const MOST_FAILURES = 3

/** What the site says where one thing cannot be read: nothing usable, 404, or `result: "fail"`. */
const UNREADABLE = ['INVALID_ANSWER', 'NOT_FOUND', 'REQUEST_REFUSED'] as const

type JudgeFailureArgs = {
  error: unknown
  /** Things just before it that could not be read, in a row. */
  failures: number
  /** Whether it failed before. */
  isSecond: boolean
}

type Judged = {
  /** As of the arguments, for what comes next. */
  failures: number
  /** What is wrong with it; absent where it is tried again behind the others. */
  problem?: string
}

/**
 * What becomes of the read of many things when one of them cannot be read: it has a problem and the
 * others are read, or it is tried again behind them. A site that has answered since is not down, so
 * what fails again then is a fault of its page, and says nothing of the next one.
 *
 * @throws the error itself, where it says something of the others as well
 */
export const judgeFailure = ({ error, failures, isSecond }: JudgeFailureArgs): Judged => {
  const isOne = failures + 1 < MOST_FAILURES
  if (isOne && isUnreadable(error)) {
    return { failures: failures + 1, problem: error.message }
  }
  if (isSecond && failures === 0 && isBroken(error)) {
    return { failures, problem: error.message }
  }
  if (isOne && !isSecond && isBroken(error)) {
    return { failures: failures + 1 }
  }
  throw error
}

const isUnreadable = (error: unknown): error is SyncError =>
  UNREADABLE.some((code) => isSyncError(error, code))

/** The site answered, and broke over what was asked for; 502 to 504 say that it is down. */
const isBroken = (error: unknown): error is SyncError =>
  isSyncError(error, 'PROVIDER_UNAVAILABLE') && 'status' in error && error.status === 500
