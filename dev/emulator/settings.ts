import type { Plan } from './providers/api-football/limits/plans.js'

/** What can be changed while the emulator runs. */
export type Settings = {
  /** Sportmonks. `token`: an opaque text, as documented. `url`: a full URL, as users report it. */
  cursorStyle: 'token' | 'url'
  /** API-Football. What may be asked for, and how often where nothing else is set. */
  plan: Plan
  /** Sportmonks: requests per entity and hour. */
  rateLimitPerHour: number
  /** API-Football. `null`: those of the plan. */
  requestsPerDay: null | number
  /** API-Football. `null`: those of the plan. */
  requestsPerMinute: null | number
}
