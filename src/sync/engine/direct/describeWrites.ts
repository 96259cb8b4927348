import type { Payload } from 'payload'

import type { ResourceRules } from '../rules/ResourceRules.js'

import { isProven } from './isProven.js'
import { findObstacles } from './joined/findObstacles.js'
import { readPlan } from './plan/readPlan.js'

/**
 * How documents are written: a batch together (`direct`), by Payload's operations whose statements
 * are joined (`joined`), or one after the other by these (`plain`).
 */
export type WritePath = {
  path: 'direct' | 'joined' | 'plain'
  /** Why they are not written directly, in words; empty where they are. */
  reasons: string[]
}

type DescribeWritesArgs = {
  /** Slug. */
  collection: string
  payload: Payload
  rules: Pick<ResourceRules, 'writes'>
}

/** Which way the documents of a resource are written, and why. */
export const describeWrites = ({ collection, payload, rules }: DescribeWritesArgs): WritePath => {
  if (rules.writes === 'plain') {
    return { path: 'plain', reasons: ['the project wants it so'] }
  }
  if (!isProven()) {
    return { path: 'plain', reasons: ['nothing else is proven with this version of Payload'] }
  }
  const read = readPlan({ collection, payload })
  if ('plan' in read) {
    return { path: 'direct', reasons: [] }
  }
  const obstacles = findObstacles({ collection, payload })
  return obstacles.length > 0
    ? { path: 'plain', reasons: obstacles }
    : { path: 'joined', reasons: read.reasons }
}
