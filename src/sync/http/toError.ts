import type { FailureKind, HttpFailure } from '../../sdk/index.js'

import {
  AccessDeniedError,
  CredentialsRefusedError,
  EmptyAnswerError,
  InvalidAnswerError,
  NotFoundError,
  RateLimitedError,
  RequestRefusedError,
  type SyncError,
  UnavailableError,
} from '../../shared/errors/index.js'

type Describe = (failure: HttpFailure) => SyncError

/** Each kind of failure as the error that ends a scope or a run. */
const ERRORS: Readonly<Record<FailureKind, Describe>> = {
  accessDenied: ({ message }) => new AccessDeniedError(message),
  credentialsRefused: ({ message }) => new CredentialsRefusedError(message),
  emptyAnswer: ({ message }) => new EmptyAnswerError(message),
  invalidAnswer: ({ message }) => new InvalidAnswerError(message),
  notFound: ({ message }) => new NotFoundError(message),
  rateLimited: (failure) => new RateLimitedError(failure),
  requestRefused: ({ message }) => new RequestRefusedError(message),
  unavailable: ({ message, retryAfterMs }) => new UnavailableError(message, { retryAfterMs }),
}

/** The error for a failure found in an answer. */
export const toError = (failure: HttpFailure): SyncError => ERRORS[failure.kind](failure)
