import { z } from 'zod'

import type { HttpAnswer, HttpFailure } from '../../sdk/index.js'

/** The API puts its error into an object; where tokens are, it is a word. */
const errorSchema = z.looseObject({
  error: z.union([
    z.looseObject({ message: z.string().optional().catch(undefined) }),
    z.string().transform((message) => ({ message })),
  ]),
})

/** The failure in an answer of Spotify; what is left to the status is a matter of every provider. */
export const findFailure = ({ body, status }: HttpAnswer): HttpFailure | undefined => {
  const { data } = errorSchema.safeParse(body)
  const message = data?.error.message ?? `status ${status} without a reason`
  switch (status) {
    case 401:
      return { kind: 'credentialsExpired', message }
    case 403:
      return { kind: 'accessDenied', message }
    default:
      return data && status < 400 ? { kind: 'invalidAnswer', message } : undefined
  }
}
