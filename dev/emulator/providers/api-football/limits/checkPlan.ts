import type { Query } from '../query/readQuery.js'
import type { Plan } from './plans.js'

import { DAY_MS, toDay } from '../../../moments.js'
import { fieldName, RefusalError } from '../RefusalError.js'

/** What only paid plans may ask for. */
const PAID_PARAMETERS = ['ids', 'last', 'next']

/** Seasons from so many years before this one to so many. */
const SEASONS_AGO = { from: 4, to: 2 }

/** Throws `RefusalError` for what the free plan does not cover. */
export const checkPlan = ({
  now,
  plan,
  query,
}: {
  now: number
  plan: Plan
  query: Query
}): void => {
  if (plan !== 'free') {
    return
  }
  const paid = PAID_PARAMETERS.find((name) => query.has(name))
  if (paid !== undefined) {
    throw refuse(`the ${fieldName(paid)} parameter.`)
  }
  const season = query.number('season')
  const year = new Date(now).getUTCFullYear()
  const [first, last] = [year - SEASONS_AGO.from, year - SEASONS_AGO.to]
  if (season !== undefined && (season < first || season > last)) {
    throw refuse(`this season, try from ${first} to ${last}.`)
  }
  const date = query.text('date')
  const [yesterday, tomorrow] = [toDay(now - DAY_MS), toDay(now + DAY_MS)]
  if (date !== undefined && (date < yesterday || date > tomorrow)) {
    throw refuse(`this date, try from ${yesterday} to ${tomorrow}.`)
  }
}

const refuse = (what: string): RefusalError =>
  new RefusalError({
    errors: { plan: `Free plans do not have access to ${what}` },
    isCounted: true,
  })
