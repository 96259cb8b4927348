import type { Where } from 'payload'

/** What of the arguments of Payload's operations tells which documents they write, and what. */
export type SaveArgs = {
  data?: unknown
  draft?: boolean
  id?: number | string
  limit?: number
  overrideAccess?: boolean
  sort?: string | string[]
  trash?: boolean
  where?: Where
}
