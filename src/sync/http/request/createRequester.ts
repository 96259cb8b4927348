import type { HttpFacts, HttpFailure } from '../../../sdk/index.js'
import type { Clock } from '../../../shared/clock.js'
import type { SyncError } from '../../../shared/errors/index.js'
import type { Auth, CreateSignInClient, Credentials } from '../auth/getAuth.js'
import type { Judged } from './askOnce.js'
import type { PageTime } from './createPageTime.js'
import type { Budget, Health, LongWait, Wait } from './Gate.js'
import type { HttpRequest } from './HttpRequest.js'
import type { WaitFor } from './waitForLeave.js'

import { isSyncError, RateLimitedError, UnavailableError } from '../../../shared/errors/index.js'
import { FAILURES, toError } from '../answer/FAILURES.js'
import { type AskedRequest, askMeasured } from './askMeasured.js'
import { waitForLeave } from './waitForLeave.js'

/** How long nobody asks a provider whose quota is spent and that does not say until when. */
const UNKNOWN_BLOCK_MS = 60_000

/** A judged answer and the credentials it was asked for with. */
type Asked = { credentials: Credentials } & Judged

export type RequestArgs = {
  /** Told when a request that was answered well had been sent, as `performance.now()` counts. */
  onAnswer: (sentAt: number) => void
  /** Told what each attempt says of the provider's health. */
  onHealth: (health: Health) => void
  request: HttpRequest
  signal: AbortSignal
  time: PageTime
}

type CreateRequesterArgs = {
  auth: Auth
  budget: Budget
  clean: (text: string) => string
  clock: Clock
  createSignInClient: CreateSignInClient
  facts: HttpFacts
  maxWaitMs: number
  mayLeave: boolean
  /** The provider as metrics name it. */
  name: string
  onAsked: ((asked: AskedRequest) => void) | undefined
  onLongWait: (wait: LongWait) => void
  onRequest: (() => void) | undefined
  provider: string
  timeoutMs: number
  wait: WaitFor
}

export type Requester = {
  /** Whether the error says that a request was not sent; it has waited as long as it may then. */
  isRefusal: (error: Error) => boolean
  /** One request, and once more where new credentials may help. */
  request: (args: RequestArgs) => Promise<unknown>
}

/**
 * Sends requests within the quota and the time of their page, with the credentials of the moment.
 */
export const createRequester = ({
  name,
  auth,
  budget,
  clean,
  clock,
  createSignInClient,
  facts,
  maxWaitMs,
  mayLeave,
  onAsked,
  onLongWait,
  onRequest,
  provider,
  timeoutMs,
  wait,
}: CreateRequesterArgs): Requester => {
  const refusals = new WeakSet<Error>()
  const refuse = <TError extends Error>(error: TError): TError => {
    refusals.add(error)
    return error
  }

  /** One request, with leave to send it. */
  const ask = async ({
    onAnswer,
    onHealth,
    refused,
    request,
    signal,
    time,
  }: { refused?: Credentials } & RequestArgs): Promise<Asked> => {
    const { path } = request
    if (time.leftMs() === 0) {
      throw refuse(
        new UnavailableError(`${provider} was not asked for ${path}: the page took too long.`),
      )
    }
    const toMessage = ({ reason }: Wait): string =>
      `${provider} was not asked for ${path}: ${reason}.`
    const credentials = await time.exclude(() =>
      auth.getCredentials({ clean, clock, createClient: createSignInClient, refused, signal }),
    )
    const leave = await time.exclude(() =>
      waitForLeave({
        ask: () => budget.take(listBudgets({ facts, path })),
        maxWaitMs,
        onLongWait: (long: Wait) => onLongWait({ message: toMessage(long), waitMs: long.waitMs }),
        signal,
        toError: (long: Wait) =>
          refuse(
            new RateLimitedError({
              isWait: true,
              message: toMessage(long),
              retryAfterMs: long.waitMs,
            }),
          ),
        wait,
      }),
    )
    let judged: Judged | undefined
    try {
      onRequest?.()
      const sentAt = performance.now()
      judged = await askMeasured({
        name,
        clean,
        clock,
        facts,
        headers: credentials.headers,
        mayLeave,
        onAsked,
        provider,
        request,
        signal,
        timeoutMs: Math.max(1, Math.min(timeoutMs, time.leftMs())),
      })
      onHealth(toHealth(judged.failure && toError(judged.failure)))
      if (!judged.failure) {
        onAnswer(sentAt)
      }
      return { ...judged, credentials }
    } catch (error) {
      if (isSyncError(error)) {
        onHealth(toHealth(error))
      }
      throw error
    } finally {
      const { failure, quotas = [] } = judged ?? {}
      await leave.giveBack({
        blockedMs:
          failure && FAILURES[failure.kind].action === 'rateLimited'
            ? (failure.retryAfterMs ?? UNKNOWN_BLOCK_MS)
            : undefined,
        quotas,
      })
    }
  }

  const request = async (args: RequestArgs): Promise<unknown> => {
    let asked = await ask(args)
    if (asked.failure && facts.auth && isRenewable(asked.failure)) {
      asked = await ask({ ...args, refused: asked.credentials })
    }
    if (asked.failure) {
      throw toError({ ...asked.failure, status: asked.status })
    }
    return asked.body
  }

  return { isRefusal: (error) => refusals.has(error), request }
}

type ListBudgetsArgs = { facts: HttpFacts; path: string }

/** Names of the budgets that a request counts against. */
const listBudgets = ({ facts: { budgets, quotas = [] }, path }: ListBudgetsArgs): string[] => [
  ...new Set([...(budgets?.(path) ?? []), ...quotas.map(({ name }) => name)]),
]

const isRenewable = ({ kind }: HttpFailure): boolean => FAILURES[kind].action === 'refreshAuth'

/** A provider that answers at all is well, whatever it says. */
const toHealth = (error: SyncError | undefined): Health => ({
  failure: isSyncError(error, 'PROVIDER_UNAVAILABLE') ? error.message : null,
})
