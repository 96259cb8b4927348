import { expect, it } from 'vitest'

import type {
  ApiUsageDocument,
  ChargeDocument,
  SubscriptionDocument,
  SubscriptionsKey,
} from './index.js'

import {
  getCollection,
  getFields,
  getPaths,
  listPaths,
  startCollections,
} from '../../plugin/collections/startCollections.fixture.js'
import { subscriptions, toPersonalId } from './index.js'

const REQUIRED: Record<SubscriptionsKey, string[]> = {
  apiUsage: ['day', 'model', 'service'],
  charges: ['amount', 'currency', 'service'],
  subscriptions: ['service'],
}

const PATHS: Record<SubscriptionsKey, string[]> = {
  apiUsage: listPaths<ApiUsageDocument>({
    cachedTokens: true,
    day: true,
    inputTokens: true,
    model: true,
    outputTokens: true,
    requests: true,
    service: true,
    source: true,
    tokens: true,
  }),
  charges: listPaths<ChargeDocument>({
    amount: true,
    chargedAt: true,
    currency: true,
    description: true,
    kind: true,
    periodEnd: true,
    periodStart: true,
    service: true,
    source: true,
    status: true,
    subscription: true,
    tax: true,
  }),
  subscriptions: listPaths<SubscriptionDocument>({
    currency: true,
    ended: true,
    interval: true,
    intervalCount: true,
    nextRenewal: true,
    plan: true,
    price: true,
    service: true,
    source: true,
    started: true,
    status: true,
  }),
}

it('should be collections that Payload takes, with an owner, an identity and what providers map', async () => {
  const payload = await startCollections({ kit: subscriptions })

  for (const key of subscriptions.collections.keys()) {
    const collection = getCollection({ slug: key, payload })
    const fields = getFields(collection)
    expect(collection.indexes).toEqual([{ fields: ['provider', 'externalId'], unique: true }])
    expect(
      fields.filter((field) => 'required' in field && field.required).map(({ name }) => name),
    ).toEqual(expect.arrayContaining(REQUIRED[key]))
    expect(getPaths(fields)).toEqual(
      expect.arrayContaining([...PATHS[key], 'owner', 'connection', 'provider', 'externalId']),
    )
  }
})

it('should keep the records of two connections apart', () => {
  const parts = ['cost', '2026-05-01', 'USD']

  expect(toPersonalId({ connection: 'stored--a', parts })).toBe('stored--a:cost:2026-05-01:USD')
  expect(toPersonalId({ connection: 'stored--b', parts })).not.toBe(
    toPersonalId({ connection: 'stored--a', parts }),
  )
  expect(() => toPersonalId({ connection: 'stored--a', parts: [undefined] })).toThrow(
    'cannot be read',
  )
})
