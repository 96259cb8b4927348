import { z } from 'zod'

import type { ChargeDocument } from '../../content/subscriptions/index.js'
import type { OpenFiles } from '../../sdk/index.js'
import type { AmazonFile } from './amazonFiles.js'
import type { Fee } from './readFees.js'

import { toPersonalId } from '../../content/subscriptions/index.js'
import { defineResource, fromFiles, reference, toDay, withoutAbsent } from '../../sdk/index.js'
import { readFees } from './readFees.js'

const feeSchema = z.object({
  amount: z.string(),
  connection: z.string(),
  currency: z.string().regex(/^[A-Z]{3}$/, 'expected three letters'),
  date: z.string(),
  itemId: z.string().min(1),
  kind: z.enum(['refund', 'subscription']),
  service: z.string(),
  subscription: z.string(),
  tax: z.string().optional(),
  title: z.string().optional(),
})

async function* readCharges(files: OpenFiles<AmazonFile>): AsyncGenerator<unknown> {
  const { broken, fees } = await readFees(files)
  yield* broken
  for (const fee of fees) {
    if (!isTrial(fee)) {
      yield { ...fee, kind: 'subscription' }
    }
    if (fee.refund !== undefined) {
      yield { ...fee, amount: fee.refund, kind: 'refund', tax: undefined }
    }
  }
}

/** A trial is an order that costs nothing, and no charge. */
export const isTrial = ({ amount }: Pick<Fee, 'amount'>): boolean =>
  amount !== undefined && Number(amount) === 0

/** The fees that were paid, and what was paid back. */
export const charges = defineResource<ChargeDocument>()({
  ...fromFiles({ read: readCharges }),
  collection: 'charges',
  externalId: ({ connection, itemId, kind }) =>
    toPersonalId({ connection, parts: kind === 'refund' ? [itemId, kind] : [itemId] }),
  map: ({ amount, currency, date, kind, service, subscription, tax, title }) =>
    withoutAbsent({
      amount,
      chargedAt: toDay(date),
      currency,
      description: title,
      kind,
      periodStart: toDay(date),
      service,
      source: 'file' as const,
      status: 'paid' as const,
      subscription: reference({ externalId: subscription, resource: 'subscriptions' }),
      tax,
    }),
  references: ['subscriptions'],
  schema: feeSchema,
})
