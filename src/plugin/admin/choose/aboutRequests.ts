import type { Estimate } from '../../../sync/operations/discover/estimateCost.js'

type AboutRequestsArgs = {
  /** How many are chosen. */
  count: number
  /** `null` where nobody can tell. */
  estimate: Estimate | null
}

/** Two digits are all that an estimate is worth. */
const DIGITS = 2

/** About how many requests a choice takes, rounded up; `null` where nobody can tell. */
export const aboutRequests = ({ count, estimate }: AboutRequestsArgs): null | number => {
  if (!estimate) {
    return null
  }
  const exact = Math.ceil(estimate.fixed + estimate.each * count)
  const step = 10 ** Math.max(0, String(exact).length - DIGITS)
  return Math.ceil(exact / step) * step
}
