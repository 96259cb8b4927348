import type { Quota } from '../../../sdk/index.js'
import type { SyncError } from '../../../shared/errors/index.js'

/** Why a request may not be sent now. */
export type Wait = {
  /** In words that end a sentence: `the quota "minute" is used up`. */
  reason: string
  /** Milliseconds until it makes sense to ask again. */
  waitMs: number
}

/** Why a request is sent later, for people. */
export type LongWait = {
  /** What an answer said; absent when the request was not sent yet. */
  error?: SyncError
  /** A whole sentence without secrets. */
  message: string
  /** Milliseconds. */
  waitMs: number
}

/** What an answer said of the budgets. */
export type QuotaReport = {
  /** Milliseconds in which the provider takes nothing more; absent when it took the request. */
  blockedMs?: number
  quotas: readonly Quota[]
}

/** Leave to send one request. It must be given back, whatever comes of the request. */
export type Leave = { giveBack: (report: QuotaReport) => Promise<void> }

/** The budgets of requests that all processes share. */
export type Budget = {
  /** Takes one request out of each of these budgets, or out of none. */
  take: (names: readonly string[]) => Promise<Leave | Wait>
}

/** How a request ended, for whoever watches over a provider's health. */
export type Health = { failure: null | string }

/** What all processes know together of whether a provider is there at all. */
export type Breaker = {
  /** Whether a request may be sent; `isProbe` when the others wait for how this one ends. */
  enter: () => Promise<{ isProbe: boolean } | Wait>
  /** Says whether the provider answered: `failure` is why it did not. */
  report: (health: Health) => Promise<void>
}
