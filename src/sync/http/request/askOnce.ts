import type { FailureKind, HttpAnswer, HttpFacts, HttpFailure, Quota } from '../../../sdk/index.js'
import type { Clock } from '../../../shared/clock.js'
import type { HttpRequest } from './HttpRequest.js'

import { findStatusFailure } from '../answer/findStatusFailure.js'
import { limitQuotas, limitWait } from '../answer/limitWaits.js'
import { readReason } from '../answer/readReason.js'
import { readResetHint } from '../answer/readResetHint.js'
import { readRetryAfter } from '../answer/readRetryAfter.js'
import { toContent } from '../bodies/toContent.js'
import { sendRequest } from './sendRequest.js'

type AskOnceArgs = {
  /** Takes secrets out of a text. */
  clean: (text: string) => string
  clock: Clock
  facts: HttpFacts
  headers: Readonly<Record<string, string>>
  /** Whether a whole URL may lead to another origin. */
  mayLeave: boolean
  /** The provider as people read it. */
  provider: string
  request: HttpRequest
  signal: AbortSignal
  timeoutMs: number
}

/** An answer and what is to be made of it. */
export type Judged = {
  /** As it was asked for; nothing in a failure. */
  body: unknown
  /** Why it is not a good one; its `message` is a whole sentence without secrets. */
  failure: HttpFailure | undefined
  quotas: readonly Quota[]
  /** That of the answer. */
  status: number
}

/**
 * Sends one request and judges its answer, by what the provider's facts say first and by its status
 * else.
 *
 * @throws SyncError when there is no whole answer to judge
 */
export const askOnce = async ({ clock, facts, ...args }: AskOnceArgs): Promise<Judged> => {
  const { clean, provider } = args
  const { as, path } = args.request
  const raw = await sendRequest({ ...args, facts })
  const { headers, status } = raw
  const kind = toRenewable({ facts, kind: findStatusFailure(status) })
  const { read, told } = raw.stream
    ? { read: () => Promise.resolve(raw.stream), told: () => undefined }
    : toContent({ ...raw, as, clean, contentTypes: facts.contentTypes, path, provider })

  let json: unknown
  try {
    // What is no JSON is no answer at all, and nobody is asked what it means.
    json = as === 'json' ? await read() : undefined
  } catch (error) {
    const page = told()
    const found =
      typeof page === 'string'
        ? facts.findTurnedAway?.({ body: page, headers, path, status })
        : undefined
    // A page that turns everybody away comes whatever was asked for. For all others, such as an error
    // page of a gateway, the status says more than the markup.
    const failed = found
      ? { ...found, message: clean(`${provider} answered ${path}: ${found.message}`) }
      : kind && { kind, message: clean(`${provider} answered ${path} with ${status}.`) }
    if (!failed) {
      throw error
    }
    const answer = { body: undefined, headers, path, status }
    return {
      body: undefined,
      failure: withWait({ answer, clock, facts, failure: failed, quotas: [] }),
      quotas: [],
      status,
    }
  }

  const answer: HttpAnswer = { body: as === 'json' ? json : told(), headers, path, status }
  const quotas = limitQuotas({ ...facts, quotas: facts.readQuota?.(answer) ?? [] })
  const found =
    findForbidden({ answer, facts }) ??
    facts.findFailure?.(answer) ??
    (kind && { kind, message: tellStatus(answer) })
  if (!found) {
    return { body: as === 'json' ? json : await read(), failure: undefined, quotas, status }
  }
  await raw.stream?.cancel()
  const message = clean(`${provider} answered ${path}: ${found.message}`)
  const failure = { ...found, message }
  const waiting = withWait({ answer, clock, facts, failure, quotas })
  return { body: undefined, failure: waiting, quotas, status }
}

/** With the provider's own words, where it has some. */
const tellStatus = ({ body, status }: HttpAnswer): string => {
  const reason = readReason(body)
  return reason === undefined ? `status ${status}` : `status ${status} (${reason})`
}

type FindForbiddenArgs = { answer: HttpAnswer; facts: HttpFacts }

/** An account that may not see what was asked for; no renewal changes that. */
const findForbidden = ({ answer, facts: { auth } }: FindForbiddenArgs): HttpFailure | undefined =>
  answer.status >= 400 && auth?.forbidden?.(answer)
    ? { kind: 'accessDenied', message: `no access: ${readReason(answer.body) ?? answer.status}` }
    : undefined

type ToRenewableArgs = { facts: HttpFacts; kind: FailureKind | undefined }

/** Where credentials can be renewed, a refusal means that it is time to. */
const toRenewable = ({ facts, kind }: ToRenewableArgs): FailureKind | undefined =>
  kind === 'credentialsRefused' && facts.auth ? 'credentialsExpired' : kind

type WithWaitArgs = {
  answer: HttpAnswer
  clock: Clock
  facts: HttpFacts
  failure: HttpFailure
  quotas: readonly Quota[]
}

/**
 * The failure with the wait before a repeat. `Retry-After` is the standard's own word, then comes
 * what the provider's facts found, and only then what merely looks like a wait. None is longer than
 * the facts allow; one that makes no sense is as good as none.
 */
const withWait = ({ answer, clock, facts, failure, quotas }: WithWaitArgs): HttpFailure => {
  const now = clock.now()
  const limit = (ms: number | undefined): number | undefined => limitWait({ ...facts, ms })
  const retryAfterMs =
    limit(readRetryAfter({ headers: answer.headers, now })) ??
    limit(failure.retryAfterMs) ??
    (failure.kind === 'rateLimited'
      ? (longestReset(quotas) ?? limit(readResetHint({ ...answer, now })))
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
