import { z } from 'zod'

import type { HttpAnswer, HttpFailure } from '../../../sdk/index.js'

const errorSchema = z.looseObject({
  error: z.looseObject({
    code: z.string().nullish().catch(undefined),
    message: z.string().nullish().catch(undefined),
  }),
})

/** The failure in an answer of OpenAI; what is left to the status is a matter of every provider. */
export const findFailure = ({ body, status }: HttpAnswer): HttpFailure | undefined => {
  const { data } = errorSchema.safeParse(body)
  const message = data?.error.message ?? `status ${status} without a reason`
  switch (status) {
    case 401:
      return { kind: 'credentialsRefused', message }
    case 403:
      return {
        kind: 'accessDenied',
        message: `${message.replace(/\.?$/, '.')} Costs take an admin key (sk-admin-…).`,
      }
    default:
      // An error is one, whatever status it comes with.
      return data && status < 400 ? { kind: 'invalidAnswer', message } : undefined
  }
}
