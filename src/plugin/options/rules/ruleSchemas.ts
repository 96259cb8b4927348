import { z } from 'zod'

import { CONFLICT_POLICIES, LOCAL_DELETES } from '../../../sdk/index.js'

export const policySchema = z.enum(CONFLICT_POLICIES)

export const onLocalDeleteSchema = z.enum(LOCAL_DELETES)

const recordRulesSchema = z.strictObject({
  fieldPolicies: z.record(z.string(), policySchema).optional(),
  mergeTogether: z.array(z.array(z.string().min(1)).min(2)).optional(),
  onLocalDelete: onLocalDeleteSchema.optional(),
  policy: policySchema.optional(),
})

/** Of the option `resources`. */
export const resourcesSchema = z.record(z.string(), recordRulesSchema.optional())
