import type { FailureKind, HttpFailure } from '../../../sdk/index.js'
import type { SyncError } from '../../../shared/errors/index.js'

import {
  AccessDeniedError,
  CredentialsRefusedError,
  CursorLostError,
  EmptyAnswerError,
  InvalidAnswerError,
  NotFoundError,
  NothingHereError,
  RateLimitedError,
  RequestRefusedError,
  TurnedAwayError,
  UnavailableError,
} from '../../../shared/errors/index.js'

/** What is done about an answer that is not a good one. */
export const FAILURE_ACTIONS = [
  /** Believed at once. It ends the scope or the run, as its error says. */
  'fail',
  /** The scope ends as one that holds nothing and proves nothing; the run goes on whole. */
  'ignore',
  /** Sent again after the wait the provider asks for; then the run is put off. */
  'rateLimited',
  /** Sent again once, with new credentials; refused again, it ends the run. */
  'refreshAuth',
  /** The scope is read again from its first page. */
  'resetPagination',
  /** Sent again after a wait that grows; then the run is put off. */
  'repeat',
] as const

export type FailureAction = (typeof FAILURE_ACTIONS)[number]

/** A failure and the status of the answer it was found in. */
type AnsweredFailure = { status?: number } & HttpFailure

type FailureRow = {
  action: FailureAction
  /** What is thrown when the action did not help, or is none of the client's. */
  toError: (failure: AnsweredFailure) => SyncError
}

/** What each kind of failure leads to. */
export const FAILURES: Readonly<Record<FailureKind, FailureRow>> = {
  accessDenied: { action: 'fail', toError: ({ message }) => new AccessDeniedError(message) },
  credentialsExpired: {
    action: 'refreshAuth',
    toError: ({ message }) => new CredentialsRefusedError(message),
  },
  credentialsRefused: {
    action: 'fail',
    toError: ({ message }) => new CredentialsRefusedError(message),
  },
  cursorLost: {
    action: 'resetPagination',
    toError: ({ message }) => new CursorLostError(message),
  },
  emptyAnswer: { action: 'fail', toError: ({ message }) => new EmptyAnswerError(message) },
  invalidAnswer: { action: 'fail', toError: ({ message }) => new InvalidAnswerError(message) },
  notFound: { action: 'fail', toError: ({ message }) => new NotFoundError(message) },
  nothingHere: { action: 'ignore', toError: ({ message }) => new NothingHereError(message) },
  rateLimited: { action: 'rateLimited', toError: (failure) => new RateLimitedError(failure) },
  requestRefused: { action: 'fail', toError: ({ message }) => new RequestRefusedError(message) },
  turnedAway: { action: 'rateLimited', toError: (failure) => new TurnedAwayError(failure) },
  unavailable: {
    action: 'repeat',
    toError: ({ message, retryAfterMs, status }) =>
      new UnavailableError(message, { retryAfterMs, status }),
  },
}

/** The error for a failure found in an answer. */
export const toError = (failure: AnsweredFailure): SyncError =>
  FAILURES[failure.kind].toError(failure)
