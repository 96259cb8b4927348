import { z } from 'zod'

export const limitsSchema = z.strictObject({
  proxies: z.int().min(0).max(10).optional(),
  requestsPerMinute: z.int().min(1).optional(),
  triggersPerHour: z.int().min(1).optional(),
})
