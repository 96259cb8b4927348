import type { HttpAuth } from '../auth/HttpAuth.js'

/** One answer of a provider. */
export type HttpAnswer = {
  /**
   * JSON as its value, whatever was asked for; any other text as it is. `undefined` for bytes and
   * streams, unless their status says that they failed.
   */
  body: unknown
  headers: Headers
  /** The path that was asked for, without host and query. */
  path: string
  status: number
}

/** What kind of failure an answer is; decides whether a repeat helps and what it stops. */
export const FAILURE_KINDS = [
  /** Not in the subscription: this scope cannot be read, others may. */
  'accessDenied',
  /** The credentials held for a while and have run out: `auth` may bring new ones. */
  'credentialsExpired',
  /** The credentials are wrong: nothing can be read. */
  'credentialsRefused',
  /** The cursor is not valid any more: the scope must be read again from its first page. */
  'cursorLost',
  /** No records, for a reason that the answer leaves open. */
  'emptyAnswer',
  /** A shape nobody expected. */
  'invalidAnswer',
  /** What was asked for does not exist. */
  'notFound',
  /** What was asked for is known to hold nothing, which is no failure and proves no absence. */
  'nothingHere',
  /** The quota is spent. */
  'rateLimited',
  /** The request itself is wrong. */
  'requestRefused',
  /**
   * The provider does not want to be read for now: it forbids it, or asks whether a person is there.
   * Say with `retryAfterMs` how long it is left alone.
   */
  'turnedAway',
  /** The provider is in trouble; a repeat may help. */
  'unavailable',
] as const

/** What kind of failure an answer is: one of `FAILURE_KINDS`. */
export type FailureKind = (typeof FAILURE_KINDS)[number]

/** A failure found in an answer. `message` is the provider's own reason, shown to people. */
export type HttpFailure = {
  kind: FailureKind
  message: string
  /** Milliseconds to wait before a repeat, where the provider says so. */
  retryAfterMs?: number
}

/** One budget of requests as an answer tells it. */
export type Quota = {
  /** Requests in the whole window, where the provider says so. */
  limit?: number
  /** What the budget is counted for: an entity, `day`, `minute`. */
  name: string
  remaining: number
  /** Milliseconds until the budget is full again, where the provider says so. */
  resetsInMs?: number
  /** Milliseconds from one filling to the next, where that is known: schedules are held to it. */
  windowMs?: number
}

/** A budget of requests that is known beforehand. */
export type DeclaredQuota = {
  /** Requests in a window. */
  limit: number
  /** Lower case; as `readQuota` names it, where answers tell of it too. */
  name: string
  /**
   * Who shares it: each connection has one of its own, or all connections of the provider share one,
   * over all hosts.
   *
   * @default 'connection'
   */
  per?: 'connection' | 'provider'
  /** Milliseconds from the first request of a window to the next window. */
  windowMs: number
}

/** What is particular about a provider's HTTP: nothing in here loops, waits or repeats. */
export type HttpFacts = {
  /** How often one request is sent before its failure is believed. @default 5 */
  attempts?: number
  /**
   * How to sign in and stay signed in, where a token runs out: `tokenAuth` or `oauthAuth`. What never
   * runs out belongs into `headers`.
   *
   * @default nobody signs in
   */
  auth?: HttpAuth
  /** Milliseconds before the second attempt, at most; it doubles each time. @default 500 */
  backoffMs?: number
  baseUrl: string
  /**
   * Names of the budgets that a request to this path counts against, as `readQuota` names them. A
   * request then waits until every one of them has room, for all processes together.
   *
   * @default none: nothing is limited before the provider refuses
   */
  budgets?: (path: string) => readonly string[]
  /**
   * Content types to take besides those of the kind that is asked for, in lower case:
   * `text/javascript`. Bytes and streams are taken whatever they are.
   *
   * @default none
   */
  contentTypes?: readonly string[]
  /**
   * Finds the failure in an answer, also in one with status 200. Return `undefined` for a good
   * answer or to leave the decision to the status code.
   */
  findFailure?: (answer: HttpAnswer) => HttpFailure | undefined
  /**
   * Tells whether a page of text that came where JSON was asked for turns everybody away, as a
   * captcha does. What else it may be is told by its status.
   */
  findTurnedAway?: (page: { body: string } & HttpAnswer) => HttpFailure | undefined
  /** Sent with every request; credentials belong here, never in a URL. */
  headers?: Record<string, string>
  /**
   * The longest wait this provider may ask for, in milliseconds. A longer one, by header or by
   * `findFailure`, is taken for this long: providers send wrong numbers. What `readQuota` tells may
   * last a whole window (`windowMs`) where that is longer.
   *
   * @default 3_600_000
   */
  longestWaitMs?: number
  /**
   * The most bytes an answer may have, unpacked. A longer one is not read to its end, and is
   * `INVALID_ANSWER`.
   *
   * @default 50_000_000 for JSON, text and bytes, 10_000_000 for HTML and XML, 1_000_000_000 for
   * streams
   */
  maxBytes?: number
  /**
   * Milliseconds one `fetchPage` may take with all its requests, repeats and waits between them.
   * Waits for the quota and for the breaker do not count.
   *
   * @default 300_000
   */
  pageTimeoutMs?: number
  /**
   * Budgets that are known beforehand. Every request counts against each of them, sign-ins too.
   *
   * @default none
   */
  quotas?: readonly DeclaredQuota[]
  /** Reads what is left of the quota from a good or bad answer. */
  readQuota?: (answer: HttpAnswer) => Quota[]
  /** Values that must never appear in a log line, error or row. */
  secrets?: string[]
  /**
   * Milliseconds one request may take to its last byte; of a stream, to its first one and between
   * any two. Raise it for a provider that holds answers back.
   *
   * @default 10_000
   */
  timeoutMs?: number
}
