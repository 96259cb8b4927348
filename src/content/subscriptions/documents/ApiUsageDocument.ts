import type { SOURCES } from './values.js'

/** What was used of one model on one day, for the content collection `apiUsage`. */
export type ApiUsageDocument = {
  /** How many of the input tokens came from a cache. */
  cachedTokens?: null | number
  /** A day of UTC, as `toDay` makes one. */
  day: string
  inputTokens?: null | number
  model: string
  outputTokens?: null | number
  requests?: null | number
  service: string
  source?: (typeof SOURCES)[number]
  /** Input and output together. */
  tokens?: null | number
}
