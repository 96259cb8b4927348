import type { Payload } from 'payload'

import type { ResourceRules } from '../rules/ResourceRules.js'

import { isProven } from './isProven.js'
import { readPlan } from './plan/readPlan.js'

/** How documents are written: a batch together, or one after the other by Payload's operations. */
export type WritePath = {
  path: 'direct' | 'plain'
  /** Why they are not written together, in words; empty where they are. */
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
  return 'plan' in read ? { path: 'direct', reasons: [] } : { path: 'plain', reasons: read.reasons }
}
