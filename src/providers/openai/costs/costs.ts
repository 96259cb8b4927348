import type { ChargeDocument } from '../../../content/subscriptions/index.js'
import type { FetchPageArgs } from '../../../sdk/index.js'
import type { RangeParams } from '../http/toRange.js'
import type { OpenaiSource } from '../Source.js'

import { addDecimals, toPersonalId } from '../../../content/subscriptions/index.js'
import { defineResource, toDay } from '../../../sdk/index.js'
import { fetchBuckets } from '../http/fetchBuckets.js'
import { toRange } from '../http/toRange.js'
import { SERVICE } from '../Source.js'
import { costSchema, toCosts } from './toCosts.js'

/** The most days of a page. */
const LIMIT = 180

// cspell:ignore Kosten Costes Coûts
/** What an organisation was charged, by day and currency. It is what the invoice says. */
export const createCosts = ({ historyDays }: { historyDays: number }) =>
  defineResource<ChargeDocument, OpenaiSource>()({
    collection: 'charges',
    externalId: ({ connection, currency, day }) =>
      toPersonalId({ connection, parts: ['cost', day, currency] }),
    fetchPage: async ({ source, ...args }: FetchPageArgs<RangeParams, OpenaiSource>) => {
      const { buckets, next } = await fetchBuckets({
        ...args,
        path: '/organization/costs',
        query: { limit: LIMIT },
      })
      return {
        // Days without costs make no records.
        mayBeEmpty: true,
        records: buckets.flatMap((bucket) => toCosts({ bucket, now: args.now, ...source })),
        ...(next !== undefined && { next }),
      }
    },
    label: { de: 'Kosten', en: 'Costs', es: 'Costes', fr: 'Coûts', ru: 'Расходы', uk: 'Витрати' },
    map: ({ amounts, currency, day, isOpen }): ChargeDocument => ({
      amount: addDecimals(amounts),
      chargedAt: toDay(day),
      currency,
      kind: 'usage',
      periodEnd: toDay(day),
      periodStart: toDay(day),
      service: SERVICE,
      source: 'api',
      status: isOpen ? 'open' : 'paid',
    }),
    schedules: [{ cron: '20 5 * * *', mode: 'incremental' }],
    schema: costSchema,
    scopes: {
      full: (context) => toRange({ ...context, name: 'costs', historyDays }),
      incremental: (context) => toRange({ ...context, name: 'costs', historyDays }),
    },
  })
