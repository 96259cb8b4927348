import type { Json } from '../../../json.js'
import type { Context } from '../createContext.js'
import type { QuotaState } from '../limits/createQuota.js'
import type { Plan } from '../limits/plans.js'
import type { ParameterRules } from '../query/checkParameters.js'
import type { Query } from '../query/readQuery.js'

export type FindArgs = {
  context: Context
  plan: Plan
  query: Query
  quota: QuotaState
}

export type Route = {
  /** What there is, all of it: pages are cut later. Not a list where the provider sends none. */
  find: (args: FindArgs) => Json
  /** Costs nothing and tells no quota. */
  isFree?: boolean
  /** Comes in pages. */
  isPaged?: boolean
  path: string
  rules: ParameterRules
}
