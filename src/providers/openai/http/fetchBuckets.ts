import { z } from 'zod'

import type { FetchPageArgs, HttpQuery } from '../../../sdk/index.js'
import type { RangeParams } from './toRange.js'

import { InvalidAnswerError } from '../../../sdk/index.js'

/** One day as it was sent. A day without anything has no results, or is left out. */
export type Bucket = { end_time: number; results: unknown[]; start_time: number }

const pageSchema = z.looseObject({
  data: z.array(
    z.looseObject({
      end_time: z.number(),
      results: z
        .array(z.unknown())
        .nullish()
        .transform((results) => results ?? []),
      start_time: z.number(),
    }),
  ),
  has_more: z.boolean(),
  next_page: z.string().nullish(),
})

type FetchBucketsArgs = { path: string; query: HttpQuery } & Pick<
  FetchPageArgs<RangeParams>,
  'cursor' | 'http' | 'scope' | 'signal'
>

/** One page of days, and where the next one begins. Every page is asked for with the same query. */
export const fetchBuckets = async ({
  cursor,
  http,
  path,
  query,
  scope: { end, start },
  signal,
}: FetchBucketsArgs): Promise<{ buckets: Bucket[]; next?: string }> => {
  const page = typeof cursor === 'string' ? cursor : undefined
  const { data, has_more, next_page } = await http.get(path, {
    query: { ...query, bucket_width: '1d', end_time: end, page, start_time: start },
    schema: pageSchema,
    signal,
  })
  if (!has_more) {
    return { buckets: data }
  }
  if (!next_page || next_page === page) {
    throw new InvalidAnswerError(
      `OpenAI says that more days follow on ${path}, and not where they begin.`,
    )
  }
  return { buckets: data, next: next_page }
}
