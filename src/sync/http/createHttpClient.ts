import { setTimeout as sleep } from 'node:timers/promises'
import { FetchError, ofetch } from 'ofetch'
import pRetry from 'p-retry'
import { z } from 'zod'

import type { HttpAnswer, HttpClient, HttpFacts, HttpQuery, Quota } from '../../sdk/index.js'
import type { Clock } from '../../shared/clock.js'

import { cleanText } from '../../shared/cleanText.js'
import { systemClock } from '../../shared/clock.js'
import { InvalidAnswerError, SyncError, UnavailableError } from '../../shared/errors/index.js'
import { redact } from '../../shared/redact.js'
import { findStatusFailure } from './findStatusFailure.js'
import { readRetryAfter } from './readRetryAfter.js'
import { toError } from './toError.js'

const DEFAULT_TIMEOUT_MS = 10_000

type Wait = (args: { ms: number; signal: AbortSignal }) => Promise<void>

export type CreateHttpClientArgs = {
  /** How often one request is sent before its failure is believed. @default 5 */
  attempts?: number
  /** The first wait between two attempts; it doubles each time. @default 500 */
  backoffMs?: number
  clock?: Clock
  facts: HttpFacts
  /**
   * The longest wait between two attempts. A provider that asks for more ends the run with its
   * reason instead of holding a worker.
   *
   * @default 60_000
   */
  maxWaitMs?: number
  /** Told of the quota each answer reports. */
  onQuota?: (quotas: Quota[]) => void
  /** Told of every request sent, repeats included. */
  onRequest?: () => void
  /** Told of each failure that is tried again in a moment. */
  onSetback?: (error: SyncError) => void
  /** The provider as people read it. */
  provider: string
  /** A number in [0, 1) that spreads the waits of many processes. @default Math.random */
  random?: () => number
  /** Must reject at once when the signal aborts. */
  wait?: Wait
}

const waitForReal: Wait = async ({ ms, signal }) => {
  await sleep(ms, undefined, { signal })
}

type RequestArgs = { path: string; query: HttpQuery | undefined; signal: AbortSignal }

/**
 * A client for one provider. Knows how to be a good client, and nothing of any vendor: what is
 * particular about one is in its `facts`.
 */
export const createHttpClient = ({
  attempts = 5,
  backoffMs = 500,
  clock = systemClock,
  facts,
  maxWaitMs = 60_000,
  onQuota,
  onRequest,
  onSetback,
  provider,
  random = Math.random,
  wait = waitForReal,
}: CreateHttpClientArgs): HttpClient => {
  const { baseUrl, findFailure, headers, readQuota, secrets = [] } = facts
  const timeoutMs = facts.timeoutMs ?? DEFAULT_TIMEOUT_MS
  const clean = (text: string): string => cleanText(redact({ secrets, text }))

  const ask = async ({ path, query, signal }: RequestArgs) => {
    const timeout = AbortSignal.timeout(timeoutMs)
    onRequest?.()
    try {
      return await ofetch.raw(path, {
        baseURL: baseUrl,
        headers,
        ignoreResponseError: true,
        query,
        // Credentials are in a header: they stay with the host they were meant for.
        redirect: 'error',
        responseType: 'text',
        retry: false,
        signal: AbortSignal.any([signal, timeout]),
      })
    } catch (error) {
      signal.throwIfAborted()
      if (timeout.aborted) {
        throw new UnavailableError(
          `${provider} did not answer ${path} within ${timeoutMs / 1000} seconds.`,
        )
      }
      // The cause is not kept: it carries the request with its headers.
      throw new UnavailableError(clean(`${provider} could not be reached (${reasonOf(error)}).`))
    }
  }

  const parse = ({ path, response, text }: ParseArgs): unknown => {
    try {
      return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown
    } catch {
      const type = response.headers.get('content-type') ?? 'no content type'
      throw new UnavailableError(
        `${provider} answered ${path} with status ${response.status} and ${text.length} ` +
          `characters of ${clean(type)} that are not whole JSON.`,
      )
    }
  }

  const request = async (args: RequestArgs): Promise<unknown> => {
    const { path } = args
    const response = await ask(args)
    const { headers: answerHeaders, status } = response
    const retryAfterMs = readRetryAfter({ headers: answerHeaders, now: clock.now() })
    const kind = findStatusFailure(status)

    let body: unknown
    try {
      body = parse({ path, response, text: response._data ?? '' })
    } catch (error) {
      if (!kind) {
        throw error
      }
      // An error page of a gateway: its status says more than its markup.
      throw toError({ kind, message: `${provider} answered ${path} with ${status}.`, retryAfterMs })
    }

    const answer: HttpAnswer = { body, headers: answerHeaders, path, status }
    onQuota?.(readQuota?.(answer) ?? [])
    const failure =
      findFailure?.(answer) ?? (kind && { kind, message: `it answered with status ${status}` })
    if (failure) {
      throw toError({
        kind: failure.kind,
        message: clean(`${provider} answered ${path}: ${failure.message}`),
        // The header is the standard's own word; a hint in the body comes second.
        retryAfterMs: retryAfterMs ?? failure.retryAfterMs,
      })
    }
    return body
  }

  const delayFor = ({ attempt, error }: { attempt: number; error: SyncError }): number => {
    const asked = error.retryAfterMs
    // Full jitter: many processes that failed together do not come back together.
    return asked ?? Math.min(maxWaitMs, backoffMs * 2 ** (attempt - 1)) * random()
  }

  return {
    get: async (path, { query, schema, signal }) => {
      const body = await pRetry(() => request({ path, query, signal }), {
        minTimeout: 0,
        onFailedAttempt: async ({ attemptNumber: attempt, error, retriesLeft }) => {
          if (retriesLeft === 0 || !isWorthARetry(error)) {
            return
          }
          const ms = delayFor({ attempt, error })
          if (ms > maxWaitMs) {
            throw error
          }
          onSetback?.(error)
          await wait({ ms, signal })
        },
        retries: attempts - 1,
        shouldRetry: ({ error }) => isWorthARetry(error),
        signal,
      })
      const parsed = schema.safeParse(body)
      if (!parsed.success) {
        throw new InvalidAnswerError(
          clean(
            `${provider} answered ${path} in a shape this plugin does not know, so nothing of it ` +
              `was stored: ${z.prettifyError(parsed.error).slice(0, 500)}`,
          ),
        )
      }
      return parsed.data
    },
  }
}

const isWorthARetry = (error: unknown): error is SyncError =>
  error instanceof SyncError && error.isRetryable

type ParseArgs = { path: string; response: Response; text: string }

/** The operating system's word for what went wrong, which is shorter and safer than a message. */
const reasonOf = (error: unknown): string => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') {
      return cause.code
    }
    if (!(cause instanceof FetchError) && !cause.cause) {
      return cause.message
    }
  }
  return 'unknown reason'
}
