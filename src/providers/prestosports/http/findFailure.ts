import { z } from 'zod'

import type { HttpAnswer, HttpFailure } from '../../../sdk/index.js'

import { isNoAccess } from '../account/signIn.js'

const errorSchema = z.looseObject({
  error: z.string().optional().catch(undefined),
  error_description: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
})

/** Words of the page that turns away what is taken for a robot. */
const TURNED_AWAY = /challenge-platform|cloudflare|just a moment/i

/**
 * The failure in an answer of PrestoSports, if there is one.
 *
 * The trap is status 401, which has two meanings: a token that has run out, and an account that was
 * not given this season. In the second case signing in again helps nothing.
 */
export const findFailure = ({ body, path, status }: HttpAnswer): HttpFailure | undefined => {
  if (status < 400) {
    return undefined
  }
  const message = messageOf(body) ?? `status ${status} without a reason`
  const isSignIn = path.includes('/auth/token')
  if (status === 401 || (isSignIn && (status === 400 || status === 403))) {
    if (isSignIn) {
      return { kind: 'credentialsRefused', message }
    }
    return { kind: isNoAccess(message) ? 'accessDenied' : 'credentialsExpired', message }
  }
  if (status === 403) {
    return typeof body === 'string' && TURNED_AWAY.test(body)
      ? { kind: 'unavailable', message: 'Cloudflare turned the request away.' }
      : { kind: 'accessDenied', message }
  }
  if (status === 404) {
    return { kind: 'notFound', message }
  }
  return undefined
}

const messageOf = (body: unknown): string | undefined => {
  const { data } = errorSchema.safeParse(body)
  return data?.error_description ?? data?.message ?? data?.error
}
