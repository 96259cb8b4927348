import type { ApiUsageDocument } from '../../../content/subscriptions/index.js'
import type { FetchPageArgs } from '../../../sdk/index.js'
import type { RangeParams } from '../http/toRange.js'
import type { OpenaiSource } from '../Source.js'

import { toPersonalId } from '../../../content/subscriptions/index.js'
import { defineResource, toDay, withoutAbsent } from '../../../sdk/index.js'
import { fetchBuckets } from '../http/fetchBuckets.js'
import { toRange } from '../http/toRange.js'
import { SERVICE } from '../Source.js'
import { toUsage, usageSchema } from './toUsage.js'

/** The most days of a page. */
const LIMIT = 31

/** What was used of each model on each day: tokens and requests. It may not match the costs. */
export const createUsage = ({ historyDays }: { historyDays: number }) =>
  defineResource<ApiUsageDocument, OpenaiSource>()({
    collection: 'apiUsage',
    externalId: ({ connection, day, model }) =>
      toPersonalId({ connection, parts: ['completions', day, model] }),
    fetchPage: async ({ source, ...args }: FetchPageArgs<RangeParams, OpenaiSource>) => {
      const { buckets, next } = await fetchBuckets({
        ...args,
        path: '/organization/usage/completions',
        query: { group_by: 'model', limit: LIMIT },
      })
      return {
        mayBeEmpty: true,
        records: buckets.flatMap((bucket) => toUsage({ bucket, ...source })),
        ...(next !== undefined && { next }),
      }
    },
    map: ({ day, model, results }): ApiUsageDocument => {
      const inputTokens = sumOf(results.map(({ input_tokens }) => input_tokens))
      const outputTokens = sumOf(results.map(({ output_tokens }) => output_tokens))
      return withoutAbsent({
        cachedTokens: sumOf(results.map(({ input_cached_tokens }) => input_cached_tokens)),
        // The schema has made sure that it is a day.
        day: toDay(day)!,
        inputTokens,
        model,
        outputTokens,
        requests: sumOf(results.map(({ num_model_requests }) => num_model_requests)),
        service: SERVICE,
        source: 'api' as const,
        tokens: sumOf([inputTokens, outputTokens]),
      })
    },
    schedules: [{ cron: '20 5 * * *', mode: 'incremental' }],
    schema: usageSchema,
    scopes: {
      full: (context) => toRange({ ...context, name: 'completions', historyDays }),
      incremental: (context) => toRange({ ...context, name: 'completions', historyDays }),
    },
  })

/** Of what was said; `undefined` where nothing was. */
const sumOf = (values: readonly (null | number | undefined)[]): number | undefined => {
  const said = values.filter((value) => typeof value === 'number')
  return said.length > 0 ? said.reduce((sum, value) => sum + value, 0) : undefined
}
