import { z } from 'zod'

import type { ChargeDocument } from '../../content/subscriptions/index.js'
import type { OpenFiles } from '../../sdk/index.js'
import type { NetflixFile } from './netflixFiles.js'

import { toDecimal, toPersonalId } from '../../content/subscriptions/index.js'
import { defineResource, fromFiles, reference, toDay, withoutAbsent } from '../../sdk/index.js'
import { findCharges } from './findCharges.js'
import { readPeriods } from './readPeriods.js'
import { NETFLIX, toSubscriptionId } from './subscriptions.js'

const chargeSchema = z.object({
  amount: z.string(),
  connection: z.string(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'expected three letters'),
  date: z.string().optional(),
  isRefund: z.boolean(),
  isSettled: z.boolean(),
  key: z.string(),
  periodEnd: z.string().optional(),
  periodStart: z.string().optional(),
  tax: z.string().optional(),
})

async function* readCharges(files: OpenFiles<NetflixFile>): AsyncGenerator<unknown> {
  const billing = await readPeriods(files)
  const { connection } = files
  yield* billing.broken
  for (const { isRefund, key, row } of findCharges(billing)) {
    yield { ...row, connection, isRefund, key }
  }
}

/** What was paid, and what was paid back. */
export const charges = defineResource<ChargeDocument>()({
  ...fromFiles({ read: readCharges }),
  collection: 'charges',
  externalId: ({ connection, key }) => toPersonalId({ connection, parts: [key] }),
  map: ({ amount, connection, currency, date, isRefund, isSettled, periodEnd, periodStart, tax }) =>
    withoutAbsent({
      amount: isRefund ? toNegative(amount) : amount,
      chargedAt: date === undefined ? undefined : toDay(date),
      currency,
      kind: isRefund ? ('refund' as const) : ('subscription' as const),
      periodEnd: periodEnd === undefined ? undefined : toDay(periodEnd),
      periodStart: periodStart === undefined ? undefined : toDay(periodStart),
      service: NETFLIX,
      source: 'file' as const,
      status: isSettled || isRefund ? ('paid' as const) : ('reversed' as const),
      subscription: reference({
        externalId: toSubscriptionId(connection),
        resource: 'subscriptions',
      }),
      tax: tax === undefined ? undefined : isRefund ? toNegative(tax) : tax,
    }),
  references: ['subscriptions'],
  schema: chargeSchema,
})

const toNegative = (amount: string): string =>
  toDecimal(amount.startsWith('-') ? amount : `-${amount}`) ?? amount
