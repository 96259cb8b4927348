import type { FailureKind, HttpAnswer, HttpFacts, HttpFailure } from '../../../sdk/index.js'

import { findStatusFailure } from '../answer/findStatusFailure.js'
import { readReason } from '../answer/readReason.js'

type ToSignInFactsArgs = { facts: HttpFacts; secrets: readonly string[] }

/**
 * What a client needs to sign in: no credentials, and nobody to renew them. Only what is known of
 * the provider's quota beforehand holds for it.
 */
export const toSignInFacts = ({ facts, secrets }: ToSignInFactsArgs): HttpFacts => ({
  ...facts,
  auth: undefined,
  budgets: undefined,
  findFailure: (answer) => facts.findFailure?.(answer) ?? findRefusal(answer),
  headers: undefined,
  readQuota: undefined,
  secrets: [...secrets],
})

const REFUSALS: readonly (FailureKind | undefined)[] = [
  'accessDenied',
  'credentialsRefused',
  'requestRefused',
]

/** A refusal in the provider's own words: whoever entered the credentials reads them. */
const findRefusal = ({ body, status }: HttpAnswer): HttpFailure | undefined => {
  const kind = findStatusFailure(status)
  const message = readReason(body)
  return kind && message !== undefined && REFUSALS.includes(kind)
    ? { kind, message: `${message} (status ${status})` }
    : undefined
}
