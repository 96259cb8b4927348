import type { HttpFacts, Quota } from '../../../sdk/index.js'

/** What a provider may ask to wait for where its facts say no more: an hour. */
const DEFAULT_LONGEST_MS = 3_600_000

type Limit = Pick<HttpFacts, 'longestWaitMs'>

type LimitWaitArgs = { ms: number | undefined } & Limit

/**
 * A wait that a provider asks for, within what its facts allow: a wrong number must not keep
 * everybody away for years. What is no wait at all is `undefined`.
 */
export const limitWait = ({
  longestWaitMs = DEFAULT_LONGEST_MS,
  ms = Number.NaN,
}: LimitWaitArgs): number | undefined => (ms >= 0 ? Math.min(ms, longestWaitMs) : undefined)

type LimitQuotasArgs = { quotas: readonly Quota[] } & Limit

/** Budgets as an answer tells them, without what makes no sense. One may last its whole window. */
export const limitQuotas = ({
  longestWaitMs = DEFAULT_LONGEST_MS,
  quotas,
}: LimitQuotasArgs): Quota[] =>
  quotas
    .filter(({ remaining }) => Number.isFinite(remaining))
    .map(({ name, limit, remaining, resetsInMs, windowMs }) => {
      const window = toPositive(windowMs)
      return {
        name,
        limit: toPositive(limit),
        remaining: Math.max(0, remaining),
        resetsInMs: limitWait({
          longestWaitMs: Math.max(longestWaitMs, window ?? 0),
          ms: resetsInMs,
        }),
        windowMs: window,
      }
    })

const toPositive = (value = Number.NaN): number | undefined =>
  Number.isFinite(value) && value >= 0 ? value : undefined
