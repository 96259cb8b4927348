import { z } from 'zod'

import type { FailureKind, HttpAnswer, HttpFailure } from '../../../sdk/index.js'

import { msUntilMidnight } from './msUntilMidnight.js'

const bodySchema = z.looseObject({ errors: z.unknown() })

/**
 * What a key of `errors` stands for, the gravest first: an answer may name several. Any other key
 * is the name of a parameter that was wrong, or `required` for one that was not there.
 */
const KINDS: readonly (readonly [key: string, kind: FailureKind])[] = [
  ['token', 'credentialsRefused'],
  ['access', 'credentialsRefused'], // the account is suspended
  ['requests', 'rateLimited'], // of the day
  ['rateLimit', 'rateLimited'], // of the minute
  ['plan', 'accessDenied'],
  ['bug', 'unavailable'], // their own mistake, in a list with its time
]

/** Statuses of this API that mean something else than elsewhere. 499 is its own time-out. */
const KINDS_BY_STATUS: Readonly<Record<number, FailureKind>> = {
  429: 'rateLimited',
  499: 'unavailable',
}

/** How long the quota of a minute may take to be full again. */
const MINUTE_MS = 60_000

/** How long to wait for a new day where the answer does not tell the time. */
const UNKNOWN_DAY_MS = 60 * 60 * 1000

/**
 * The failure in an answer of API-Football, if there is one.
 *
 * The trap is that nearly all failures come with status 200 and an empty `response`, as "nothing
 * found" does: only a filled `errors` tells them apart, so it decides before anything else is read.
 */
export const findFailure = ({ body, headers, status }: HttpAnswer): HttpFailure | undefined => {
  const parsed = bodySchema.safeParse(body)
  const errors = parsed.success ? listErrors(parsed.data.errors) : []
  if (errors.length === 0) {
    const kind = KINDS_BY_STATUS[status]
    return (
      kind && {
        kind,
        message: `status ${status}`,
        ...(kind === 'rateLimited' && { retryAfterMs: MINUTE_MS }),
      }
    )
  }
  const keys = new Set(errors.map(({ key }) => key))
  const [key, kind] = KINDS.find(([known]) => keys.has(known)) ?? [undefined, 'requestRefused']
  return {
    kind,
    message: errors.map(toMessage).join(' '),
    ...(key === 'rateLimit' && { retryAfterMs: MINUTE_MS }),
    ...(key === 'requests' && { retryAfterMs: msUntilMidnight({ headers }) ?? UNKNOWN_DAY_MS }),
  }
}

type ListedError = { key: string; text: string }

/**
 * The entries of `errors`: an empty list when there is none, an object by cause, or a list of
 * objects for a bug. Whatever else is in there counts as an error too.
 */
const listErrors = (errors: unknown): ListedError[] => {
  if (Array.isArray(errors)) {
    return errors.flatMap(listErrors)
  }
  if (typeof errors === 'object' && errors !== null) {
    return Object.entries(errors).map(([key, value]) => ({ key, text: toText(value) }))
  }
  return errors ? [{ key: '', text: toText(errors) }] : []
}

const toText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

const toMessage = ({ key, text }: ListedError): string => (key ? `${key}: ${text}` : text)
