import { z } from 'zod'

import { CONFLICT_POLICIES, LOCAL_DELETES, MISSING_RULES } from '../../../sdk/index.js'

export const policySchema = z.enum(CONFLICT_POLICIES)

export const onLocalDeleteSchema = z.enum(LOCAL_DELETES)

export const onMissingSchema = z.enum(MISSING_RULES)

const recordRulesSchema = z.strictObject({
  fieldPolicies: z.record(z.string(), policySchema).optional(),
  mergeTogether: z.array(z.array(z.string().min(1)).min(2)).optional(),
  onLocalDelete: onLocalDeleteSchema.optional(),
  onMissing: onMissingSchema.optional(),
  policy: policySchema.optional(),
  writes: z.literal('plain').optional(),
})

/** Of the option `resources`. */
export const resourcesSchema = z.record(z.string(), recordRulesSchema.optional())
