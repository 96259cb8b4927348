import ipaddr from 'ipaddr.js'
import { z } from 'zod'

import { ADMIN_CHANNEL, NOTICE_NAMES, SEVERITIES } from '../../../sync/run/notices/Notice.js'

const isFunction = (value: unknown): boolean => typeof value === 'function'

const isTimezone = (timezone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: timezone }))
  } catch {
    return false
  }
}

const isRange = (range: string): boolean =>
  ipaddr.IPv4.isValidCIDRFourPartDecimal(range) || ipaddr.IPv6.isValidCIDR(range)

const PREFIX = 'whsec_'

const isSecret = (secret: string): boolean => {
  const base64 = secret.slice(PREFIX.length)
  const bytes = Buffer.from(base64, 'base64')
  return (
    secret.startsWith(PREFIX) &&
    /^[A-Z0-9+/]+={0,2}$/i.test(base64) &&
    bytes.length >= 24 &&
    bytes.length <= 64
  )
}

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'expected a time such as 22:00')

const rules = {
  events: z.union([z.literal('all'), z.array(z.enum(NOTICE_NAMES))]).optional(),
  failures: z.int().min(1).optional(),
  filter: z
    .unknown()
    .refine((value) => value === undefined || isFunction(value), 'expected a function')
    .optional(),
  gatherMs: z.int().min(0).optional(),
  minSeverity: z.enum(SEVERITIES).optional(),
  providers: z.array(z.string().min(1)).optional(),
}

const sending = {
  ...rules,
  language: z.string().min(2).optional(),
  quietHours: z
    .strictObject({
      from: time,
      timezone: z.string().refine(isTimezone, 'expected an IANA timezone').optional(),
      to: time,
    })
    .optional(),
}

const secret = z
  .string()
  .refine(isSecret, 'expected "whsec_" and 24 to 64 random bytes in base64')
  // What is wrong is shown with its value.
  .describe('a secret')

const address = z.string().regex(/^[^@\s]+@[^@\s]+$/, 'expected an e-mail address')

const receiver = z.union([
  address,
  z.strictObject({ address, language: z.string().min(2).optional() }),
])

const channel = z.discriminatedUnion('type', [
  z.strictObject({
    ...sending,
    type: z.literal('webhook'),
    allow: z
      .array(z.string().refine(isRange, 'expected a range of addresses such as 10.0.0.0/8'))
      .optional(),
    headers: z.record(z.string(), z.string()).optional(),
    secret: z.union([secret, z.array(secret).min(1)]),
    url: z.string().refine(isWebAddress, 'expected a URL that begins with https: or http:'),
  }),
  z.strictObject({
    ...sending,
    type: z.literal('email'),
    from: z.string().min(3).optional(),
    to: z.union([receiver, z.array(receiver).min(1)]),
  }),
  z.strictObject({
    ...sending,
    type: z.literal('function'),
    send: z.unknown().refine(isFunction, 'expected a function'),
  }),
])

/** What `notifications` of the options may be. */
export const notificationsSchema = z.strictObject({
  admin: z.union([z.literal(false), z.strictObject(rules)]).optional(),
  channels: z
    .record(
      z
        .string()
        .regex(/^[A-Z][\w-]{0,60}$/i, 'expected a name of letters, digits, "_" and "-"')
        .refine((name) => name !== ADMIN_CHANNEL, `"${ADMIN_CHANNEL}" is the bell in the panel`),
      channel,
    )
    .optional(),
  errorShare: z.number().min(0).max(1).optional(),
  failures: z.int().min(1).optional(),
  slowFactor: z.number().min(1).optional(),
  url: z
    .string()
    .refine(isWebAddress, 'expected a URL that begins with https: or http:')
    .optional(),
})
