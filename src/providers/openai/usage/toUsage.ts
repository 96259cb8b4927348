import { z } from 'zod'

import type { Bucket } from '../http/fetchBuckets.js'

import { momentOfSeconds } from '../../../sdk/index.js'

const count = z.int().nonnegative().nullish()

/** What was used of one model on one day, in one result or more. */
export const usageSchema = z.looseObject({
  connection: z.string(),
  day: z.iso.date(),
  model: z.string().min(1),
  results: z
    .array(
      z.looseObject({
        input_cached_tokens: count,
        input_tokens: count,
        num_model_requests: count,
        output_tokens: count,
      }),
    )
    .min(1),
})

/** What a result is of that names no model. */
const NO_MODEL = 'unknown'

const modelSchema = z.looseObject({ model: z.string().trim().min(1) })

type ToUsageArgs = { bucket: Bucket; connection: string }

/** A record for each model of a day. */
export const toUsage = ({
  bucket: { results, start_time },
  connection,
}: ToUsageArgs): unknown[] => {
  const byModel = new Map<string, unknown[]>()
  for (const result of results) {
    const model = modelSchema.safeParse(result).data?.model ?? NO_MODEL
    byModel.set(model, [...(byModel.get(model) ?? []), result])
  }
  return [...byModel].map(([model, ofModel]) => ({
    connection,
    day: momentOfSeconds(start_time)?.slice(0, 10),
    model,
    results: ofModel,
  }))
}
