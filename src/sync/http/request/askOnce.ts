import type {
  FailureKind,
  HttpAnswer,
  HttpFacts,
  HttpFailure,
  HttpQuery,
  Quota,
} from '../../../sdk/index.js'
import type { Clock } from '../../../shared/clock.js'

import { findStatusFailure } from '../answer/findStatusFailure.js'
import { readResetHint } from '../answer/readResetHint.js'
import { readRetryAfter } from '../answer/readRetryAfter.js'
import { readJson } from '../bodies/readJson.js'
import { sendRequest } from './sendRequest.js'

type AskOnceArgs = {
  /** Takes secrets out of a text. */
  clean: (text: string) => string
  clock: Clock
  facts: HttpFacts
  headers: Readonly<Record<string, string>>
  path: string
  /** The provider as people read it. */
  provider: string
  query: HttpQuery | undefined
  signal: AbortSignal
  timeoutMs: number
}

/** An answer and what is to be made of it. */
export type Judged = {
  body: unknown
  /** Why it is not a good one; its `message` is a whole sentence without secrets. */
  failure: HttpFailure | undefined
  quotas: readonly Quota[]
}

/**
 * Sends one request and judges its answer, by what the provider's facts say first and by its status
 * else.
 *
 * @throws SyncError when there is no whole answer to judge
 */
export const askOnce = async ({ clock, facts, ...request }: AskOnceArgs): Promise<Judged> => {
  const { clean, path, provider } = request
  const raw = await sendRequest({ ...request, facts })
  const { headers, status } = raw
  const kind = toRenewable({ facts, kind: findStatusFailure(status) })

  let body: unknown
  try {
    body = readJson({ answer: raw, clean, contentTypes: facts.contentTypes, path, provider })
  } catch (error) {
    if (!kind) {
      throw error
    }
    // An error page of a gateway: its status says more than its markup.
    const failure = { kind, message: clean(`${provider} answered ${path} with ${status}.`) }
    const answer = { body: undefined, headers, path, status }
    return { body, failure: withWait({ answer, clock, failure, quotas: [] }), quotas: [] }
  }

  const answer: HttpAnswer = { body, headers, path, status }
  const quotas = facts.readQuota?.(answer) ?? []
  const found =
    facts.findFailure?.(answer) ?? (kind && { kind, message: `it answered with status ${status}` })
  if (!found) {
    return { body, failure: undefined, quotas }
  }
  const message = clean(`${provider} answered ${path}: ${found.message}`)
  const failure = { ...found, message }
  return { body, failure: withWait({ answer, clock, failure, quotas }), quotas }
}

type ToRenewableArgs = { facts: HttpFacts; kind: FailureKind | undefined }

/** Where credentials can be renewed, a refusal means that it is time to. */
const toRenewable = ({ facts, kind }: ToRenewableArgs): FailureKind | undefined =>
  kind === 'credentialsRefused' && facts.refreshAuth ? 'credentialsExpired' : kind

type WithWaitArgs = {
  answer: HttpAnswer
  clock: Clock
  failure: HttpFailure
  quotas: readonly Quota[]
}

/**
 * The failure with the wait before a repeat. `Retry-After` is the standard's own word, then comes
 * what the provider's facts found, and only then what merely looks like a wait.
 */
const withWait = ({ answer, clock, failure, quotas }: WithWaitArgs): HttpFailure => {
  const now = clock.now()
  const retryAfterMs =
    readRetryAfter({ headers: answer.headers, now }) ??
    failure.retryAfterMs ??
    (failure.kind === 'rateLimited'
      ? (longestReset(quotas) ?? readResetHint({ ...answer, now }))
      : undefined)
  return { ...failure, retryAfterMs }
}

/** A refusal does not say which budget is spent; those that are tell when they are full again. */
const longestReset = (quotas: readonly Quota[]): number | undefined => {
  const resets = quotas
    .filter(({ remaining }) => remaining <= 0)
    .flatMap(({ resetsInMs }) => resetsInMs ?? [])
  return resets.length > 0 ? Math.max(...resets) : undefined
}
