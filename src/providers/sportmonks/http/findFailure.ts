import { z } from 'zod'

import type { FailureKind, HttpAnswer, HttpFailure } from '../../../sdk/index.js'

/** What the many forms of an error body have in common. Wording is never relied on. */
const errorBodySchema = z.looseObject({
  code: z.number().optional().catch(undefined),
  error: z.string().optional().catch(undefined),
  errors: z.record(z.string(), z.unknown()).optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  rate_limit: z
    .looseObject({ resets_in_seconds: z.number().optional().catch(undefined) })
    .optional()
    .catch(undefined),
  retry_after: z.number().optional().catch(undefined),
})

type ErrorBody = z.output<typeof errorBodySchema>

/** Codes that say more than the status they come with. Sportmonks docs, exceptions pages. */
const KINDS_BY_CODE: Readonly<Record<number, FailureKind>> = {
  5002: 'accessDenied', // include not in the subscription
  5005: 'rateLimited',
  5007: 'accessDenied', // resource not in the subscription
}

const KINDS_BY_STATUS: Readonly<Record<number, FailureKind>> = {
  400: 'requestRefused',
  401: 'credentialsRefused',
  403: 'accessDenied',
  404: 'notFound',
  422: 'requestRefused',
  429: 'rateLimited',
}

/**
 * The failure in an answer of Sportmonks, if there is one.
 *
 * The trap is status 200 with a `message` and no `data`: it says "nothing found" and "not in your
 * subscription" in the same words (seen in recordings), so it is never an empty list.
 */
export const findFailure = ({ body, status }: HttpAnswer): HttpFailure | undefined => {
  const parsed = errorBodySchema.safeParse(body)
  if (!parsed.success || 'data' in parsed.data) {
    return undefined
  }
  const kind = kindOf({ body: parsed.data, status })
  return (
    kind && {
      kind,
      message: messageOf({ body: parsed.data, status }),
      ...(kind === 'rateLimited' && retryAfterOf(parsed.data)),
    }
  )
}

type KindOfArgs = { body: ErrorBody; status: number }

const kindOf = ({ body: { code, message }, status }: KindOfArgs): FailureKind | undefined => {
  const byCode = code === undefined ? undefined : KINDS_BY_CODE[code]
  if (byCode) {
    return byCode
  }
  if (status >= 500) {
    return 'unavailable'
  }
  return status < 300 && message !== undefined ? 'emptyAnswer' : KINDS_BY_STATUS[status]
}

const messageOf = ({ body, status }: KindOfArgs): string => {
  const { error, errors = {}, message } = body
  const said = message ?? error ?? `status ${status} without a reason`
  const details = Object.entries(errors).map(
    ([field, reasons]) => `${field}: ${[reasons].flat().map(String).join(' ')}`,
  )
  return [said, ...details].join(' ')
}

/** How long to wait. The body's forms differ from page to page of the docs; none is certain. */
const retryAfterOf = ({
  rate_limit,
  retry_after,
}: ErrorBody): Pick<HttpFailure, 'retryAfterMs'> => {
  const seconds = retry_after ?? rate_limit?.resets_in_seconds
  return seconds === undefined ? {} : { retryAfterMs: seconds * 1000 }
}
