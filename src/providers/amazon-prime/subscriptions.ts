import { z } from 'zod'

import type { SubscriptionDocument } from '../../content/subscriptions/index.js'
import type { FileRow, OpenFiles } from '../../sdk/index.js'
import type { AmazonFile } from './amazonFiles.js'
import type { Fee } from './readFees.js'

import { toDecimal } from '../../content/subscriptions/index.js'
import {
  defineResource,
  fromFiles,
  readDay,
  readDecimal,
  toDay,
  withoutAbsent,
} from '../../sdk/index.js'
import { findOrder, readValue } from './amazonFiles.js'
import { isTrial } from './charges.js'
import { readFees } from './readFees.js'
import { AMAZON_PRIME, toSubscriptionId } from './services.js'

const subscriptionSchema = z.object({
  id: z.string(),
  currency: z.string().optional(),
  ended: z.string().nullish(),
  interval: z.enum(['day', 'month', 'week', 'year']).optional(),
  intervalCount: z.number().optional(),
  nextRenewal: z.string().nullish(),
  price: z.string().optional(),
  service: z.string(),
  started: z.string().optional(),
  status: z.enum(['active', 'cancelled', 'ended', 'paused', 'unknown']).optional(),
})

async function* readSubscriptions(files: OpenFiles<AmazonFile>): AsyncGenerator<unknown> {
  const { fees } = await readFees(files)
  const listed = await readListed(files)
  const billed = new Map<string, Fee[]>()
  for (const fee of fees) {
    billed.set(fee.subscription, [...(billed.get(fee.subscription) ?? []), fee])
  }
  for (const id of [...new Set([...billed.keys(), ...listed.keys()])].sort()) {
    yield withoutAbsent({ id, ...toBilled(billed.get(id)), ...listed.get(id) })
  }
}

/** What orders tell of a subscription: nothing of how it stands. */
const toBilled = (fees: readonly Fee[] = []) => {
  const last = fees.filter((fee) => !isTrial(fee)).at(-1)
  return withoutAbsent({
    currency: last?.currency,
    price: last?.amount,
    service: fees[0]?.service,
    started: fees[0]?.date,
  })
}

/** What the list of subscriptions says, of memberships; one for each marketplace, the newest. */
const readListed = async (files: OpenFiles<AmazonFile>) => {
  const order = await findOrder(files)
  const rows: { day: string; row: FileRow }[] = []
  for await (const row of files.rows('subscriptions')) {
    if (/prime/i.test(row.ServiceProvider ?? '')) {
      const day = readDay({ order, text: row.SubscriptionStartDate ?? '' }) ?? ''
      rows.push({ day, row })
    }
  }
  const found = new Map<string, ReturnType<typeof toListed>>()
  for (const { row } of rows.sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const id = toSubscriptionId({
      connection: files.connection,
      marketplace: readValue(row, 'Marketplace'),
      service: AMAZON_PRIME,
      subscriptionId: undefined,
    })
    found.set(id, toListed({ order, row }))
  }
  return found
}

type ToListedArgs = { order: Awaited<ReturnType<typeof findOrder>>; row: FileRow }

const toListed = ({ order, row }: ToListedArgs) => {
  const day = (name: string) => readDay({ order, text: readValue(row, name) ?? '' })
  const currency = readValue(row, 'BaseCurrencyCode')?.toUpperCase()
  const amount = readDecimal({ currency, text: readValue(row, 'NextBillAmount') ?? '' })
  const status = toStatus(row)
  const isLeft = status === 'cancelled' || status === 'ended'
  return withoutAbsent({
    currency,
    ended: isLeft ? (day('ContractEndDate') ?? day('SubscriptionStatusDate')) : null,
    nextRenewal: isLeft ? null : day('NextBillDate'),
    price: amount === undefined ? undefined : toDecimal(amount),
    service: AMAZON_PRIME,
    started: day('SubscriptionStartDate'),
    status,
    ...toInterval(readValue(row, 'ContractTimeInterval')),
  })
}

const STATUSES: readonly [RegExp, 'active' | 'ended' | 'paused'][] = [
  [/^active/i, 'active'],
  [/pause|suspend/i, 'paused'],
  [/cancel|expire|end|inactive/i, 'ended'],
]

const toStatus = (row: FileRow) => {
  const word = readValue(row, 'SubscriptionStatus') ?? ''
  const status = STATUSES.find(([pattern]) => pattern.test(word))?.[1] ?? 'unknown'
  // It still runs to the end of what was paid.
  const isLeaving = status === 'active' && /^no$/i.test(readValue(row, 'Autorenew') ?? '')
  return isLeaving ? 'cancelled' : status
}

const INTERVAL = /^(\d+)?\s*(day|week|month|year)s?$/i

const toInterval = (text: string | undefined) => {
  const [, count = '1', unit] = INTERVAL.exec(text ?? '') ?? []
  return unit === undefined
    ? {}
    : {
        interval: unit.toLowerCase() as 'day' | 'month' | 'week' | 'year',
        intervalCount: Number(count),
      }
}

const toDayOrNull = (day: null | string | undefined): null | string | undefined =>
  typeof day === 'string' ? toDay(day) : day

/** Memberships, and other subscriptions that were ordered. */
export const subscriptions = defineResource<SubscriptionDocument>()({
  ...fromFiles({ read: readSubscriptions }),
  collection: 'subscriptions',
  externalId: ({ id }) => id,
  map: ({ id: _, ended, nextRenewal, started, ...rest }) =>
    withoutAbsent({
      ...rest,
      ended: toDayOrNull(ended),
      nextRenewal: toDayOrNull(nextRenewal),
      source: 'file' as const,
      started: toDayOrNull(started),
    }),
  schema: subscriptionSchema,
})
