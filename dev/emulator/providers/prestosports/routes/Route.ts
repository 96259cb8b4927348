import type { Json } from '../../../json.js'
import type { WireRequest } from '../../../wireFormat.js'
import type { Account } from '../limits/createAccounts.js'
import type { PrestoState } from '../PrestoState.js'

export type FindArgs = {
  account: Account
  /** What the pattern of the route left open, in its order. */
  ids: string[]
  /** Milliseconds. */
  now: number
  query: WireRequest['query']
  state: PrestoState
}

export type Route = {
  /** The body below `data`, or with it where it says more. Throws `RefusedError`. */
  find: (args: FindArgs) => Json
  /** Also answered to somebody who was given no season. */
  isOpen?: boolean
  /** `:id` stands for one part. */
  path: string
}
