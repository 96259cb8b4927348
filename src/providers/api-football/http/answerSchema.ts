import { z } from 'zod'

/** Empty it is a list, also where it is an object otherwise (seen in recordings). */
const noErrorsSchema = z.union([z.tuple([]), z.strictObject({})], {
  error: 'The answer has no empty "errors", so nothing proves that it is whole.',
})

/**
 * The envelope of every list. `results` is the number of rows in every recorded list; where they
 * differ, the answer is damaged. An empty one is proven by both: an error cannot look like it.
 */
export const answerSchema = z
  .looseObject({
    errors: noErrorsSchema,
    paging: z.looseObject({ current: z.int(), total: z.int() }),
    response: z.array(z.unknown()),
    results: z.int(),
  })
  .refine(({ response, results }) => results === response.length, {
    error: 'The answer does not have as many rows as it says.',
    path: ['results'],
  })
