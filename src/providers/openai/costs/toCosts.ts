import { z } from 'zod'

import type { Bucket } from '../http/fetchBuckets.js'

import { toDecimal } from '../../../content/subscriptions/index.js'
import { momentOfSeconds } from '../../../sdk/index.js'

/** A number, or, since May 2026, a text. It may have 17 decimals. */
const amountSchema = z
  .union([z.number(), z.string()])
  .refine((value) => toDecimal(value) !== undefined, { error: 'Expected a decimal.' })

/** What one day cost in one currency: amounts as they were sent, not added up yet. */
export const costSchema = z.looseObject({
  amounts: z.array(amountSchema).min(1),
  connection: z.string(),
  currency: z
    .string()
    .regex(/^[a-z]{3}$/i)
    .transform((currency) => currency.toUpperCase()),
  day: z.iso.date(),
  isOpen: z.boolean(),
})

const resultSchema = z.looseObject({
  amount: z
    .looseObject({ currency: z.unknown().optional(), value: z.unknown().optional() })
    .nullish(),
})

type ToCostsArgs = { bucket: Bucket; connection: string; now: Date }

/**
 * A record for each currency of a day. A result may lack its amount, and counts nothing then; one
 * whose amount cannot be read makes the record of its currency invalid, instead of a smaller sum.
 */
export const toCosts = ({
  bucket: { end_time, results, start_time },
  connection,
  now,
}: ToCostsArgs): unknown[] => {
  const byCurrency = new Map<string, unknown[]>()
  for (const result of results) {
    const { data } = resultSchema.safeParse(result)
    const { amount } = data ?? { amount: { currency: undefined, value: result } }
    if (amount) {
      const currency = typeof amount.currency === 'string' ? amount.currency.toLowerCase() : ''
      byCurrency.set(currency, [...(byCurrency.get(currency) ?? []), amount.value])
    }
  }
  return [...byCurrency].map(([currency, amounts]) => ({
    amounts,
    connection,
    currency,
    day: momentOfSeconds(start_time)?.slice(0, 10),
    isOpen: end_time * 1000 > now.getTime(),
  }))
}
