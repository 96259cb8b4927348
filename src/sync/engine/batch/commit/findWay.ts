import type { Plan } from '../../direct/plan/Plan.js'
import type { Job } from '../Job.js'

import { isProven } from '../../direct/isProven.js'
import { findObstacles } from '../../direct/joined/findObstacles.js'
import { readPlan } from '../../direct/plan/readPlan.js'

type FindWayArgs = {
  /** How many records are to be written. */
  count: number
  job: Pick<Job, 'collection' | 'isPlain' | 'payload' | 'rules'>
}

type Way = { joined: true } | { plan: Plan }

/** In which way documents are written together; `undefined` where each is written on its own. */
export const findWay = ({
  count,
  job: { collection, isPlain, payload, rules },
}: FindWayArgs): undefined | Way => {
  if (isPlain || rules.writes === 'plain' || !isProven()) {
    return undefined
  }
  const read = readPlan({ collection, payload })
  if ('plan' in read) {
    return { plan: read.plan }
  }
  // Nothing is gained with one, and Payload's own way says best what is wrong with it.
  return count > 1 && findObstacles({ collection, payload }).length === 0
    ? { joined: true }
    : undefined
}

/** As many as are written one by one in about half a second. */
const MOST_AT_ONCE = 100

/** Thrown where a batch is too large: its documents would be locked for too long. */
export class TooManyError extends Error {
  override name = 'TooManyError'
}

/** @throws TooManyError where so many records are better written in several transactions */
export const requireFew = (args: FindWayArgs): void => {
  if (args.count > MOST_AT_ONCE && !findWay(args)) {
    throw new TooManyError(`${args.count} records would be written one by one.`)
  }
}
