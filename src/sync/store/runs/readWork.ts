import type { Checkpoint, Plan } from './Checkpoint.js'

import { unpackJson } from '../packJson.js'
import { PLAN_SHAPE } from './Checkpoint.js'

export type StoredWork = {
  /** `null` before the scopes were listed. */
  checkpoint: Checkpoint | null
  plan: null | Plan
}

/** As their columns hold them. */
type ReadWorkArgs = { checkpoint: unknown; plan: unknown }

/**
 * What a run was to read and how far it got, as they were stored. Both are `null` where another
 * version stored them in a shape that this one does not know: nobody may guess what they mean.
 */
export const readWork = (row: ReadWorkArgs): StoredWork => {
  const checkpoint: unknown = unpackJson(row.checkpoint) ?? null
  const plan: unknown = unpackJson(row.plan) ?? null
  const isKnown =
    (checkpoint === null || isCheckpoint(checkpoint)) && (plan === null || isPlan(plan))
  return isKnown ? { checkpoint, plan } : { checkpoint: null, plan: null }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const isCheckpoint = (value: unknown): value is Checkpoint => {
  if (!isObject(value)) {
    return false
  }
  const { done, failedScopes, plannedBy, scope, warnings } = value
  // Before plans told their shape they had the first one.
  const shape = isObject(plannedBy) ? plannedBy.shape : PLAN_SHAPE
  return (
    shape === PLAN_SHAPE &&
    typeof scope === 'number' &&
    [done, failedScopes, warnings].every(Array.isArray)
  )
}

const isPlan = (value: unknown): value is Plan =>
  Array.isArray(value) &&
  value.every(
    (scope: unknown) =>
      isObject(scope) && typeof scope.key === 'string' && typeof scope.label === 'string',
  )
