import { z } from 'zod'

import type { SubscriptionDocument } from '../../content/subscriptions/index.js'
import type { FileRow, OpenFiles } from '../../sdk/index.js'
import type { NetflixFile } from './netflixFiles.js'
import type { Billing } from './readPeriods.js'

import { toPersonalId } from '../../content/subscriptions/index.js'
import { defineResource, fromFiles, readDay, toDay, withoutAbsent } from '../../sdk/index.js'
import { findCharges } from './findCharges.js'
import { readPeriods } from './readPeriods.js'

/** As people read it. */
export const NETFLIX = 'Netflix'

/** An account is one subscription, however often it was left and taken up again. */
export const toSubscriptionId = (connection: string): string =>
  toPersonalId({ connection, parts: ['subscription'] })

const subscriptionSchema = z.object({
  connection: z.string(),
  currency: z.string().optional(),
  ended: z.string().nullish(),
  interval: z.enum(['month', 'year', 'week']).optional(),
  nextRenewal: z.string().nullish(),
  plan: z.string().optional(),
  price: z.string().optional(),
  started: z.string().optional(),
  status: z.enum(['active', 'ended', 'trial', 'unknown']),
})

async function* readSubscription(files: OpenFiles<NetflixFile>): AsyncGenerator<unknown> {
  const billing = await readPeriods(files)
  const history = await readHistory(files)
  let membership: string | undefined
  for await (const row of files.rows('account')) {
    membership = row['Membership Status']?.trim().toUpperCase() || membership
  }
  const [last] = findCharges(billing)
    .filter(({ isRefund }) => !isRefund)
    .slice(-1)
  const newest = billing.periods.at(-1)?.rows ?? []
  const isOver = history ? history.closed !== undefined : membership === 'FORMER_MEMBER'
  const isKnown = history !== undefined || membership !== undefined
  yield withoutAbsent({
    connection: files.connection,
    currency: last?.row.currency,
    ended: isOver ? history?.closed : isKnown ? null : undefined,
    interval: last && toInterval(last.row),
    // The last one that the archive names never happens once it was left.
    nextRenewal: isOver ? null : findRenewal(newest),
    plan: history?.plan,
    price: last?.row.amount,
    started: history?.opened ?? billing.periods[0]?.key,
    status: isOver
      ? 'ended'
      : isKnown
        ? newest.length > 0 && newest.every(isTrial)
          ? 'trial'
          : 'active'
        : 'unknown',
  })
}

type Row = Billing['periods'][number]['rows'][number]

/** A trial is billed with nothing: no type, no status, and settled. */
const isTrial = ({ type, amount, status }: Row): boolean =>
  status === '' && type === '' && Number(amount) === 0

const findRenewal = (rows: readonly Row[]): string | undefined =>
  rows.map(({ nextRenewal }) => nextRenewal).find((day) => day !== undefined)

const MS_PER_DAY = 86_400_000

const toInterval = ({ periodEnd, periodStart }: Row): 'month' | 'week' | 'year' | undefined => {
  if (periodEnd === undefined || periodStart === undefined) {
    return undefined
  }
  const days = (Date.parse(periodEnd) - Date.parse(periodStart)) / MS_PER_DAY + 1
  return days > 180 ? 'year' : days > 14 ? 'month' : 'week'
}

type History = { closed: string | undefined; opened: string | undefined; plan: string | undefined }

/** The newest stay; an account that was left and taken up again has several. */
const readHistory = async ({ rows }: OpenFiles<NetflixFile>): Promise<History | undefined> => {
  const stays: FileRow[] = []
  for await (const row of rows('history')) {
    stays.push(row)
  }
  const opened = (row: FileRow): string =>
    readDay({ text: row['Subscription Opened Ts'] ?? '' }) ?? ''
  const changed = (row: FileRow): string => readDay({ text: row['Plan Change Date'] ?? '' }) ?? ''
  const last = stays
    .sort((a, b) => (opened(a) + changed(a) < opened(b) + changed(b) ? -1 : 1))
    .at(-1)
  return (
    last && {
      closed: readDay({ text: last['Subscription Closed Ts'] ?? '' }),
      opened: readDay({ text: last['Subscription Opened Ts'] ?? '' }),
      plan:
        (last['Plan Change New Category'] ?? '').trim() ||
        (last['Signup Plan Category'] ?? '').trim() ||
        undefined,
    }
  )
}

const toDayOrNull = (day: null | string | undefined): null | string | undefined =>
  typeof day === 'string' ? toDay(day) : day

/** The membership itself. */
export const subscriptions = defineResource<SubscriptionDocument>()({
  ...fromFiles({ read: readSubscription }),
  collection: 'subscriptions',
  externalId: ({ connection }) => toSubscriptionId(connection),
  map: ({ connection: _, ended, nextRenewal, started, ...rest }) =>
    withoutAbsent({
      ...rest,
      ended: toDayOrNull(ended),
      nextRenewal: toDayOrNull(nextRenewal),
      service: NETFLIX,
      source: 'file' as const,
      started: toDayOrNull(started),
    }),
  schema: subscriptionSchema,
})
