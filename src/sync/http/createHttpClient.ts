import type { z } from 'zod'

import { setTimeout as sleep } from 'node:timers/promises'
import pRetry from 'p-retry'

import type { AnswerKind, HttpBody, HttpClient, HttpFacts, HttpQuery } from '../../sdk/index.js'
import type { Clock } from '../../shared/clock.js'
import type { SyncError } from '../../shared/errors/index.js'
import type { TokenStore } from './auth/TokenStore.js'
import type { AskedRequest } from './request/askMeasured.js'
import type { PageTime } from './request/createPageTime.js'
import type { RequestArgs } from './request/createRequester.js'
import type { Breaker, Budget, Health, LongWait, Wait } from './request/Gate.js'
import type { WaitFor } from './request/waitForLeave.js'

import { systemClock } from '../../shared/clock.js'
import { isSyncError, UnavailableError } from '../../shared/errors/index.js'
import { plainWords } from '../../shared/plainWords.js'
import { redact } from '../../shared/redact/redact.js'
import { parseAnswer } from './answer/parseAnswer.js'
import { getAuth } from './auth/getAuth.js'
import { toSignInFacts } from './auth/toSignInFacts.js'
import { asWait } from './request/asWait.js'
import { createPageTime } from './request/createPageTime.js'
import { createRequester } from './request/createRequester.js'
import { toDelay } from './request/toDelay.js'
import { SHORT_WAIT_MS, waitForLeave } from './request/waitForLeave.js'

const DEFAULT_TIMEOUT_MS = 10_000
const DEFAULT_PAGE_TIMEOUT_MS = 300_000

export type CreateHttpClientArgs = {
  /** @default that of the facts, or 5 */
  attempts?: number
  /** @default that of the facts, or 500 */
  backoffMs?: number
  /** Keeps requests from a provider that is out of order. @default none */
  breaker?: Breaker
  /** Keeps requests within the provider's quota. @default no limit */
  budget?: Budget
  clock?: Clock
  facts: HttpFacts
  /**
   * The longest wait before an attempt. A provider that asks for more ends the run with its reason
   * instead of holding a worker.
   *
   * @default 60_000
   */
  maxWaitMs?: number
  /**
   * Whether whole URLs may lead to another origin than the provider's: for signing in only.
   *
   * @default false
   */
  mayLeave?: boolean
  /** The provider as metrics and traces name it. @default `provider` */
  name?: string
  /** Told of every request that is over, however it went. */
  onAsked?: (asked: AskedRequest) => void
  /** Told before each wait that is longer than a moment. */
  onLongWait?: (wait: LongWait) => void
  /** Told of every request sent, repeats included. */
  onRequest?: () => void
  /** Told of each failure that is tried again, in so many milliseconds. */
  onSetback?: (error: SyncError, waitMs: number) => void
  /** The provider as people read it. */
  provider: string
  /** A number in [0, 1) that spreads the waits of many processes. @default Math.random */
  random?: () => number
  /**
   * Where all processes keep how the provider's connection is signed in. Clients of one connection
   * must be given the same object.
   *
   * @default the memory of this process
   */
  tokens?: TokenStore
  /** Must reject at once when the signal aborts. */
  wait?: WaitFor
}

/** A client whose requests share the time of a page. */
export type PageHttpClient = {
  /**
   * When the first of the requests that were answered had been sent, as `performance.now()` counts.
   * What the page says may be as old as that. `undefined` while none was answered.
   */
  sentAt: () => number | undefined
} & HttpClient

export type PagedHttpClient = {
  /** A client for one page. */
  forPage: () => PageHttpClient
  /** What must be taken out of every text, renewed credentials included. */
  secrets: () => readonly string[]
} & HttpClient

/** What any of the ways to ask may say. */
type AskArgs = {
  as?: AnswerKind
  body?: HttpBody
  headers?: Readonly<Record<string, string>>
  maxBytes?: number
  query?: HttpQuery
  schema?: z.ZodType
  signal: AbortSignal
}

type AskWithinArgs = {
  createTime: () => PageTime
  /** @default nobody is told */
  onAnswer?: RequestArgs['onAnswer']
}

const ALWAYS_OPEN: Breaker = {
  enter: () => Promise.resolve({ isProbe: false }),
  report: () => Promise.resolve(),
}

const NO_LIMIT: Budget = {
  take: () => Promise.resolve({ giveBack: () => Promise.resolve() }),
}

const waitForReal: WaitFor = async ({ ms, signal }) => {
  await sleep(ms, undefined, { signal })
}

/**
 * A client for one provider. Knows how to be a good client, and nothing of any vendor: what is
 * particular about one is in its `facts`.
 */
export const createHttpClient = ({
  name: givenName,
  facts,
  attempts = facts.attempts ?? 5,
  backoffMs = facts.backoffMs ?? 500,
  breaker = ALWAYS_OPEN,
  budget = NO_LIMIT,
  clock = systemClock,
  maxWaitMs = 60_000,
  mayLeave = false,
  onAsked,
  onLongWait = () => undefined,
  onRequest,
  onSetback,
  provider,
  random = Math.random,
  tokens,
  wait = waitForReal,
}: CreateHttpClientArgs): PagedHttpClient => {
  const name = givenName ?? provider
  const timeoutMs = facts.timeoutMs ?? DEFAULT_TIMEOUT_MS
  const auth = getAuth({ facts, provider, store: tokens, timeoutMs })
  const clean = (text: string): string => plainWords(redact({ secrets: auth.secrets(), text }))
  const { isRefusal, request } = createRequester({
    name,
    auth,
    budget,
    clean,
    clock,
    createSignInClient: (secrets) =>
      createHttpClient({
        name,
        attempts: 1,
        budget,
        clock,
        facts: toSignInFacts({ facts, secrets }),
        maxWaitMs,
        mayLeave: true,
        onAsked,
        onLongWait,
        onRequest,
        provider,
        wait,
      }),
    facts,
    maxWaitMs,
    mayLeave,
    onAsked,
    onLongWait,
    onRequest,
    provider,
    timeoutMs,
    wait,
  })

  const isWorthRepeating = (error: Error): error is SyncError =>
    isSyncError(error) && error.isRetryable && !isRefusal(error)

  const askRepeatedly = async (args: { attempts: number } & RequestArgs): Promise<unknown> => {
    const { signal, time } = args
    return await pRetry(() => request(args), {
      minTimeout: 0,
      onFailedAttempt: async ({ attemptNumber: attempt, error, retriesLeft }) => {
        if (retriesLeft === 0 || !isWorthRepeating(error)) {
          return
        }
        const ms = toDelay({ attempt, backoffMs, error, maxWaitMs, random: random() })
        if (ms > maxWaitMs) {
          throw asWait(error)
        }
        if (ms >= time.leftMs()) {
          throw error
        }
        onSetback?.(error, ms)
        if (ms > SHORT_WAIT_MS) {
          onLongWait({ error, message: error.message, waitMs: ms })
        }
        await wait({ ms, signal })
      },
      retries: args.attempts - 1,
      shouldRetry: ({ error }) => isWorthRepeating(error),
      signal,
    })
  }

  /** All attempts at one request, unless the provider is known to be out of order. */
  const askWatched = async (args: Omit<RequestArgs, 'onHealth'>): Promise<unknown> => {
    const { signal, time } = args
    const toMessage = ({ reason }: Wait): string =>
      `${provider} was not asked for ${args.request.path}: ${reason}.`
    const { isProbe } = await time.exclude(() =>
      waitForLeave({
        ask: breaker.enter,
        maxWaitMs,
        onLongWait: (long: Wait) => onLongWait({ message: toMessage(long), waitMs: long.waitMs }),
        signal,
        toError: (long: Wait) =>
          new UnavailableError(toMessage(long), { isWait: true, retryAfterMs: long.waitMs }),
        wait,
      }),
    )
    let health: Health | undefined
    try {
      return await askRepeatedly({
        ...args,
        // The others wait for a probe; it says quickly what it found.
        attempts: isProbe ? 1 : attempts,
        onHealth: (found) => {
          health = found
        },
      })
    } finally {
      if (health) {
        await breaker.report(health)
      }
    }
  }

  const askWithin = ({ createTime, onAnswer = () => undefined }: AskWithinArgs): HttpClient => {
    const ask = async (
      path: string,
      { as = 'json', body, headers, maxBytes, query, schema, signal }: AskArgs,
    ): Promise<unknown> => {
      const request = { as, body, headers, maxBytes, path, query }
      const answer = await askWatched({ onAnswer, request, signal, time: createTime() })
      return schema ? parseAnswer({ body: answer, clean, path, provider, schema }) : answer
    }
    // What comes of `as` and `schema` is written in the overloads, which no function can show.
    const typed = ask as HttpClient['get'] & HttpClient['post']
    return { get: typed, post: typed }
  }

  const startTime = (): PageTime =>
    createPageTime({ limitMs: facts.pageTimeoutMs ?? DEFAULT_PAGE_TIMEOUT_MS })

  return {
    ...askWithin({ createTime: startTime }),
    forPage: () => {
      const time = startTime()
      let first: number | undefined
      const onAnswer = (sentAt: number): void => {
        first = Math.min(first ?? sentAt, sentAt)
      }
      return { ...askWithin({ createTime: () => time, onAnswer }), sentAt: () => first }
    },
    secrets: auth.secrets,
  }
}
