import type { Database } from '../Database.js'

/** Whose quota it is. */
export type QuotaOwner = { connection: string; database: Database; provider: string }

/** One request taken out of one budget. */
export type QuotaTicket = {
  /** Id of the budget's row. */
  id: number | string
  /** Whether no other request was under way: what its answer tells is then the whole truth. */
  isAlone: boolean
  name: string
  /** Counts the requests of the budget. */
  number: number
}
